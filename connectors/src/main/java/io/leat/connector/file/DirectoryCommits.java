package io.leat.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Shows the files of a flush in a directory, all of them whatever happens, or none. They are written in the hidden directory
 * {@code .leat}; then a record there says which tick they belong to and what they will be called: from that moment on the
 * flush is committed. Then they get their names. What a crash left of that is finished when the sink is opened again.
 */
final class DirectoryCommits {
    static final String HIDDEN = ".leat";

    private static final String TICK = "tick ";
    private static final String FILE = "file ";

    private final SinkFiles files;
    private final Path base;
    private final Path hidden;
    private final boolean named;
    private final String writer;
    private final SinkRecord record;
    private final Closeable lock;
    private final List<Finished> finished = new ArrayList<>();
    private int begun;
    private OptionalLong lastTick = OptionalLong.empty();

    /**
     * A file that is whole and safe but has no name yet.
     *
     * @param directory where it will be, relative to the base
     */
    private record Finished(Path temporary, String directory) {}

    /**
     * Opens a directory for writing, and finishes what an earlier sink of the same identity had committed.
     *
     * @param identity the sink's identity, if it has one
     */
    DirectoryCommits(SinkFiles files, Path base, Optional<String> identity) throws IOException {
        this.files = files;
        this.base = base;
        this.hidden = base.resolve(HIDDEN);
        this.named = identity.isPresent();
        files.createDirectories(hidden);
        this.writer = named ? WriterName.of(identity.get()) : WriterName.ofRun(claimRun());
        this.record = new SinkRecord(files, claim(writer));
        this.lock = named ? files.lock(hidden.resolve(writer + ".lock")) : () -> {};
        try {
            recover();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Path claim(String name) {
        return hidden.resolve((name.isEmpty() ? "run0" : name) + ".commit");
    }

    /** A number that no other run has or had, as far as its files are still there. */
    private int claimRun() throws IOException {
        int run = files.filesBelow(base).stream()
                .flatMap(file -> PartName.of(file.getFileName().toString()).stream())
                .mapToInt(part -> WriterName.run(part.writer()) + 1)
                .max()
                .orElse(0);
        while (!files.create(claim(WriterName.ofRun(run)))) {
            run++;
        }
        return run;
    }

    private void recover() throws IOException {
        List<String> lines = record.read().orElse(List.of());
        for (String line : lines) {
            if (line.startsWith(TICK)) {
                lastTick = OptionalLong.of(Long.parseLong(line.substring(TICK.length())));
            }
        }
        showAll(lines);
        removeUnfinished();
    }

    /** The last tick that is committed. */
    OptionalLong lastTick() {
        return named ? lastTick : OptionalLong.empty();
    }

    /** A name for a file of the next flush, while it is written; no file that the record names has it. */
    Path temporary() {
        return hidden.resolve(temporaryBeginning() + lastTick.orElse(-1) + "-" + begun++ + ".rows");
    }

    private String temporaryBeginning() {
        return (writer.isEmpty() ? "run0" : writer) + "-";
    }

    /**
     * A file of the next flush is whole and safe.
     *
     * @param directory where it will be, relative to the base, with slashes; empty for the base itself
     */
    void add(Path temporary, String directory) {
        finished.add(new Finished(temporary, directory));
    }

    /** Shows the files that were added. */
    void commit(long tick, String ending) throws IOException {
        if (finished.isEmpty()) {
            return;
        }
        files.syncNames(hidden);
        List<String> lines = new ArrayList<>(List.of(TICK + tick));
        for (int i = 0; i < finished.size(); i++) {
            Finished file = finished.get(i);
            String name = new PartName(tick, i + 1, finished.size(), writer, ending).fileName();
            String slash = file.directory().isEmpty() ? "" : "/";
            lines.add(FILE + file.temporary().getFileName() + " " + file.directory() + slash + name);
        }
        record.write(lines);
        lastTick = OptionalLong.of(tick);
        showAll(lines);
        finished.clear();
        begun = 0;
    }

    /** Gives files their names, as far as they have not got them: what has may have been taken away since. */
    private void showAll(List<String> lines) throws IOException {
        Set<Path> changed = new LinkedHashSet<>();
        for (String line : lines) {
            if (line.startsWith(FILE)) {
                int space = line.indexOf(' ', FILE.length());
                Path temporary = hidden.resolve(line.substring(FILE.length(), space));
                Path name = base.resolve(line.substring(space + 1));
                changed.add(name.getParent());
                if (files.exists(temporary)) {
                    files.createDirectories(name.getParent());
                    files.move(temporary, name);
                }
            }
        }
        for (Path directory : changed) {
            if (files.isDirectory(directory)) {
                files.syncNames(directory);
            }
        }
    }

    private void removeUnfinished() throws IOException {
        for (Path file : files.filesBelow(hidden)) {
            if (file.getFileName().toString().startsWith(temporaryBeginning())) {
                files.delete(file);
            }
        }
    }

    /**
     * Lets others have the directory.
     *
     * @param failed whether to leave what is there to the sink that is opened next, if there can be one of this identity:
     *     only that one finds out what is committed
     */
    void close(boolean failed) throws IOException {
        try {
            if (!named || !failed) {
                removeUnfinished();
            }
            if (!named) {
                files.delete(record.path());
                files.delete(hidden);
            }
        } finally {
            lock.close();
        }
    }
}
