package io.leat.connector.file;

import io.leat.core.batch.Chunk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Adds rows to one file. A record beside it, in {@code .leat}, says before each flush how long the file is, and afterwards
 * how long it has become, and with which tick; when the file is opened again, a flush that was not finished is cut off.
 * Other bytes in the file are left alone, also those that others have added in the meantime. If the file is taken away, a
 * new one begins.
 */
final class SingleFileSink extends FileSink {
    private static final int COPY_BYTES = 64 << 10;

    private final SinkTarget target;
    private final SinkFiles files;
    private final Path path;
    private final Path hidden;
    private final String writer;
    private final SinkRecord record;
    private final Closeable lock;
    private GrowthRecord state;
    private RowsFile rows;

    SingleFileSink(SinkTarget target) throws IOException {
        super(target.text());
        this.target = target;
        this.files = target.files();
        this.path = target.path();
        this.hidden = path.resolveSibling(DirectoryCommits.HIDDEN);
        this.writer = target.identity().map(WriterName::of).orElse("");
        files.createDirectories(hidden);
        this.record = new SinkRecord(files, hidden.resolve(path.getFileName() + ".commit"));
        this.lock = writer.isEmpty() ? () -> {} : files.lock(hidden.resolve(path.getFileName() + ".lock"));
        try {
            this.state = record.read().map(GrowthRecord::parse).orElse(GrowthRecord.NONE);
            recover();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void recover() throws IOException {
        if (state.hasUnfinished(target)) {
            try (SinkFiles.Output output = files.append(path)) {
                output.truncate(state.length());
                output.sync();
            }
        }
        if (state.appending()) {
            state = state.settled();
            record.write(state.lines());
        }
        files.delete(temporary());
    }

    private Path temporary() {
        return hidden.resolve(path.getFileName() + (writer.isEmpty() ? "" : "-" + writer) + ".rows");
    }

    @Override
    public OptionalLong lastTick() {
        return writer.isEmpty() ? OptionalLong.empty() : state.lastTick(writer);
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (rows == null) {
            rows = RowsFile.withoutHeader(files, temporary(), target.encoder());
        }
        rows.row(chunk, row);
    }

    @Override
    void publish(long tick) throws IOException {
        if (rows == null) {
            return;
        }
        Path added = rows.finish();
        rows = null;
        try (SinkFiles.Output output = files.append(path)) {
            long before = output.size();
            files.syncNames(path.getParent());
            note(GrowthRecord.of(target, before, true, state.ticks()));
            byte[] first = beginning(before);
            output.write(first, 0, first.length);
            copy(added, output);
            output.sync();
            note(GrowthRecord.of(target, output.size(), false, ticks(tick)));
        }
        files.delete(added);
    }

    private void note(GrowthRecord next) throws IOException {
        record.write(next.lines());
        state = next;
    }

    private Map<String, Long> ticks(long tick) {
        Map<String, Long> ticks = new TreeMap<>(state.ticks());
        if (!writer.isEmpty()) {
            ticks.put(writer, tick);
        }
        return ticks;
    }

    /** What comes before the first row: the header, or the end of a line that has none. */
    private byte[] beginning(long size) throws IOException {
        if (size == 0) {
            return target.encoder()
                    .header()
                    .map(header -> (new String(header, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8))
                    .orElse(new byte[0]);
        }
        boolean ended = files.read(path, size - 1, 1)[0] == '\n';
        return ended ? new byte[0] : new byte[] {'\n'};
    }

    private void copy(Path from, SinkFiles.Output output) throws IOException {
        long size = files.size(from);
        for (long at = 0; at < size; at += COPY_BYTES) {
            byte[] piece = files.read(from, at, (int) Math.min(COPY_BYTES, size - at));
            output.write(piece, 0, piece.length);
        }
    }

    @Override
    void free(boolean failed) throws IOException {
        try {
            if (rows != null) {
                rows.abandon();
            }
            if (!failed) {
                files.delete(temporary());
            }
            if (state.ticks().isEmpty() && !state.appending()) {
                files.delete(record.path());
                files.delete(hidden);
            }
        } finally {
            lock.close();
        }
    }
}
