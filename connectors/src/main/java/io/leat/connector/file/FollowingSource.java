package io.leat.connector.file;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads files as they grow and as new ones come. The last line of a file is held back until its line feed has been
 * written. Between looks at the disk there is nothing to do: a poll then returns at once.
 */
final class FollowingSource implements Source {
    /** Files read to their ends are kept open, for what is written just before they are replaced, but not too many. */
    private static final int OPEN_FILES_MAX = 100;

    private final FileSelection selection;
    private final FileOpener opener;
    private final Clock clock;
    private final long intervalNanos;
    private final Map<String, Long> offsets;
    private final Map<String, FollowedFile> files = new TreeMap<>();
    private final Map<String, Object> renamed = new HashMap<>();
    private StoredLayout layout;
    private boolean looked;
    private long nextLookNanos;

    FollowingSource(FileSelection selection, FileOpener opener, SourceRange range, Clock clock, Duration interval) {
        this.selection = selection;
        this.opener = opener;
        this.layout = opener.table().layout();
        this.clock = clock;
        this.intervalNanos = interval.toNanos();
        this.offsets = new TreeMap<>(range.from().orElse(Position.START).offsets());
    }

    @Override
    public void project(List<Integer> storedColumns) {
        layout = layout.reading(storedColumns);
        files.values().forEach(file -> file.project(layout));
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        boolean allAtEnd = files.values().stream().allMatch(FollowedFile::isAtEnd);
        if (allAtEnd && looked && clock.nanos() - nextLookNanos < 0) {
            return PollStatus.IDLE;
        }
        if (allAtEnd) {
            look();
        }
        ReadBudget budget = new ReadBudget(maxRows);
        for (FollowedFile file : files.values()) {
            read(file, rows, budget);
        }
        return files.values().stream().allMatch(FollowedFile::isAtEnd) ? PollStatus.IDLE : PollStatus.MORE;
    }

    private void read(FollowedFile file, RowCollector rows, ReadBudget budget) {
        file.read(rows, budget, offsets);
        if (file.isAtEnd() && files.size() > OPEN_FILES_MAX) {
            file.close();
        }
    }

    private void look() {
        looked = true;
        nextLookNanos = clock.nanos() + intervalNanos;
        List<DataFile> listed = selection.list();
        noteRenamed(listed);
        for (DataFile file : listed) {
            if (!files.containsKey(file.name()) && !renamed.containsKey(file.name())) {
                Generation generation = Generation.latest(file.name(), position());
                long offset = offsets.getOrDefault(generation.partition(), 0L);
                files.put(file.name(), new FollowedFile(opener, layout, file, generation, offset));
            }
        }
        files.values().forEach(FollowedFile::look);
    }

    /**
     * Notes files that have been read under another name, as logs are renamed when they are full: those that a file's
     * name had at the last look, and those that were noted then, whatever they are called now.
     */
    private void noteRenamed(List<DataFile> listed) {
        Set<Object> read = new HashSet<>(renamed.values());
        files.values().forEach(file -> read.add(file.key()));
        read.remove(null);
        renamed.clear();
        for (DataFile file : listed) {
            if (!files.containsKey(file.name())) {
                key(file).filter(read::contains).ifPresent(key -> renamed.put(file.name(), key));
            }
        }
    }

    private static Optional<Object> key(DataFile file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            throw FileOpener.failure(file, e);
        }
    }

    @Override
    public Position position() {
        return Position.of(offsets);
    }

    /** Where the last whole lines end now. */
    @Override
    public Position end() {
        look();
        Map<String, Long> end = new TreeMap<>(offsets);
        for (FollowedFile file : files.values()) {
            end.put(file.partitionNow(), file.end());
        }
        return Position.of(end);
    }

    @Override
    public List<String> partitions() {
        return FiniteSource.PARTITIONS;
    }

    @Override
    public void close() {
        files.values().forEach(FollowedFile::close);
        files.clear();
        looked = true;
        nextLookNanos = clock.nanos() + Duration.ofDays(1).toNanos();
    }
}
