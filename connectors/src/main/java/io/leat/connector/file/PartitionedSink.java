package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes rows to new files in directories that their partition columns name. As many files as {@link #OPEN_MAX} are open at
 * once; when one more is needed, the one least recently written to is finished. The files of a flush, whatever their
 * directories, are numbered together, so that a flush that was not whole is known after a crash and removed.
 */
final class PartitionedSink extends FileSink {
    /** The most files that are open at once. */
    static final int OPEN_MAX = 64;

    private static final String IN_PROGRESS = ".inprogress";
    private static final int DEPTH_MAX = 32;

    private final Path base;
    private final RecordEncoder encoder;
    private final String ending;
    private final long rollingSize;
    private final PartitionColumns partitions;
    private final Map<String, RowsFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Finished> finished = new ArrayList<>();
    private final Set<Long> ticksBefore = new HashSet<>();
    private Chunk source;
    private Chunk records;

    /** A file that is whole but has no name yet. */
    private record Finished(Path file, Path directory) {}

    PartitionedSink(
            String path,
            Path base,
            RecordEncoder encoder,
            String ending,
            long rollingSize,
            PartitionColumns partitions) {
        super(path);
        this.base = base;
        this.encoder = encoder;
        this.ending = ending;
        this.rollingSize = rollingSize;
        this.partitions = partitions;
        try {
            Files.createDirectories(base);
            removeLeftovers();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walked = Files.walk(base, DEPTH_MAX)) {
            return walked.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void removeLeftovers() throws IOException {
        List<Path> files = files();
        List<PartName> parts = files.stream()
                .flatMap(file -> PartName.of(file.getFileName().toString()).stream())
                .toList();
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean broken =
                    PartName.of(name).filter(part -> !part.isWhole(parts)).isPresent();
            if (broken || name.startsWith(".part-") && name.endsWith(IN_PROGRESS)) {
                Files.delete(file);
            }
        }
        parts.stream().filter(part -> part.isWhole(parts)).forEach(part -> ticksBefore.add(part.tick()));
    }

    @Override
    public OptionalLong lastTick() {
        return ticksBefore.stream().mapToLong(Long::longValue).max();
    }

    @Override
    void writeRow(Chunk chunk, int row) throws IOException {
        if (chunk != source) {
            source = chunk;
            records = chunk.select(partitions.record());
        }
        String partition = partitions.directory(chunk, row);
        RowsFile rows = open.get(partition);
        if (rows == null) {
            rows = begin(partition);
        }
        rows.row(records, row);
        if (rows.size() >= rollingSize) {
            finish(partition);
        }
    }

    private RowsFile begin(String partition) throws IOException {
        if (open.size() == OPEN_MAX) {
            finish(open.keySet().iterator().next());
        }
        Path directory = base.resolve(partition);
        Files.createDirectories(directory);
        RowsFile rows = new RowsFile(directory.resolve(".part-" + finished.size() + IN_PROGRESS), encoder);
        open.put(partition, rows);
        return rows;
    }

    private void finish(String partition) throws IOException {
        finished.add(new Finished(open.remove(partition).finish(), base.resolve(partition)));
    }

    @Override
    void publish(long tick) throws IOException {
        for (String partition : List.copyOf(open.keySet())) {
            finish(partition);
        }
        source = null;
        records = null;
        if (finished.isEmpty()) {
            return;
        }
        int run = freeRun(tick);
        for (int i = 0; i < finished.size(); i++) {
            PartName name = new PartName(tick, i + 1, finished.size(), run, ending);
            RowsFile.publish(finished.get(i).file(), finished.get(i).directory().resolve(name.fileName()));
        }
        finished.clear();
        ticksBefore.add(tick);
    }

    /** Only a tick that an earlier run had can have files already. */
    private int freeRun(long tick) throws IOException {
        if (!ticksBefore.contains(tick)) {
            return 0;
        }
        return files().stream()
                .flatMap(file -> PartName.of(file.getFileName().toString()).stream())
                .filter(part -> part.tick() == tick)
                .mapToInt(part -> part.run() + 1)
                .max()
                .orElse(0);
    }
}
