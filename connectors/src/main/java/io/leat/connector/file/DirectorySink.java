package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes the rows of each flush to new files in a directory. Their names carry the tick up to which the flush went, so
 * that the last one can be found after a restart; what a crash left of a flush that was not whole is removed then.
 */
final class DirectorySink extends FileSink {
    private static final String IN_PROGRESS = ".inprogress";

    private final Path directory;
    private final RecordEncoder encoder;
    private final String ending;
    private final long rollingSize;
    private final List<Path> finished = new ArrayList<>();
    private RowsFile rows;

    DirectorySink(String path, Path directory, RecordEncoder encoder, String ending, long rollingSize) {
        super(path);
        this.directory = directory;
        this.encoder = encoder;
        this.ending = ending;
        this.rollingSize = rollingSize;
        try {
            Files.createDirectories(directory);
            removeLeftovers();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void removeLeftovers() throws IOException {
        List<PartName> parts = PartName.in(directory);
        for (PartName part : parts) {
            if (!part.isWhole(parts)) {
                Files.delete(directory.resolve(part.fileName()));
            }
        }
        for (Path file : PartName.files(directory)) {
            String name = file.getFileName().toString();
            if (name.startsWith(".part-") && name.endsWith(IN_PROGRESS)) {
                Files.delete(file);
            }
        }
    }

    @Override
    public OptionalLong lastTick() {
        try {
            return PartName.in(directory).stream().mapToLong(PartName::tick).max();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (rows == null) {
            rows = new RowsFile(directory.resolve(".part-" + finished.size() + IN_PROGRESS), encoder);
        }
        rows.row(chunk, row);
        if (rows.size() >= rollingSize) {
            roll();
        }
    }

    private void roll() throws IOException {
        finished.add(rows.finish());
        rows = null;
    }

    @Override
    void publish(long tick) throws IOException {
        if (rows != null) {
            roll();
        }
        int run = PartName.freeRun(directory, tick);
        for (int i = 0; i < finished.size(); i++) {
            PartName name = new PartName(tick, i + 1, finished.size(), run, ending);
            RowsFile.publish(finished.get(i), directory.resolve(name.fileName()));
        }
        finished.clear();
    }
}
