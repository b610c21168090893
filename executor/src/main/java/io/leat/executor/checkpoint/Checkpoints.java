package io.leat.executor.checkpoint;

import io.leat.core.error.LeatException;
import io.leat.executor.storage.Storage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The checkpoints of a database, in a directory of their own. Used by one thread at a time, but for pins and copying, which
 * any thread may do beside it.
 */
public final class Checkpoints {
    private final Storage storage;
    private final UUID database;
    /** How often each checkpoint is pinned. */
    private final Map<Manifest, Integer> pinned = new ConcurrentHashMap<>();

    /** The checkpoints in a directory, whose files must have the identity of the database. */
    public Checkpoints(Storage storage, UUID database) {
        this.storage = storage;
        this.database = database;
    }

    /** Numbers of the checkpoints that there are, the latest first. */
    public List<Long> numbers() {
        return storage.list().stream()
                .filter(CheckpointFiles::isManifest)
                .map(name -> CheckpointFiles.number(name).getAsLong())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Reads a checkpoint's manifest; each page is checked when it is read.
     *
     * @throws LeatException DATA_CORRUPTED if the manifest is damaged; FOREIGN_FORMAT
     */
    public Manifest find(long number) {
        String name = CheckpointFiles.manifest(number);
        return ManifestFormat.decode(storage.read(name), number, database, storage.place(name));
    }

    /**
     * Reads a checkpoint's manifest and looks at every page.
     *
     * @throws LeatException DATA_CORRUPTED naming the file and offset of what is damaged or missing; FOREIGN_FORMAT
     */
    public Manifest load(long number) {
        Manifest manifest = find(number);
        try (PageFiles files = files()) {
            PageStream pages = new PageStream(files, inOrder(manifest));
            while (pages.advance()) {
                // each page is checked when it is read
            }
        }
        return manifest;
    }

    /** All pages of a checkpoint, each once, as they lie on the disk. */
    static List<PageReference> inOrder(Manifest manifest) {
        return manifest.blobs().stream()
                .flatMap(blob -> blob.pages().stream())
                .distinct()
                .sorted(Comparator.comparingLong(PageReference::file).thenComparingLong(PageReference::offset))
                .toList();
    }

    /** For reading pages. */
    PageFiles files() {
        return new PageFiles(storage, database);
    }

    /** What is done with a page of a blob. */
    @FunctionalInterface
    public interface PageUse {
        /** Takes a page, whose checksum was right. */
        void use(Blob blob, byte[] page);
    }

    /** Reads pages in order. */
    public void forEachPage(List<Blob> blobs, PageUse use) {
        try (PageFiles files = files()) {
            for (Blob blob : blobs) {
                PageStream pages = new PageStream(files, blob.pages());
                while (pages.advance()) {
                    int end = pages.offset() + pages.length();
                    use.use(blob, Arrays.copyOfRange(pages.bytes(), pages.offset(), end));
                }
            }
        }
    }

    /** Begins a new checkpoint. */
    public CheckpointWriter begin() {
        long last = storage.list().stream()
                .map(CheckpointFiles::number)
                .mapToLong(number -> number.orElse(0))
                .max()
                .orElse(0);
        return new CheckpointWriter(storage, database, last + 1);
    }

    /** Keeps the files of a checkpoint until {@link #unpin}, whatever is retained. */
    public void pin(Manifest manifest) {
        pinned.merge(manifest, 1, Integer::sum);
    }

    /** Lets a checkpoint go that was pinned; its files are removed with the next {@link #retain}. */
    public void unpin(Manifest manifest) {
        pinned.computeIfPresent(manifest, (key, pins) -> pins == 1 ? null : pins - 1);
    }

    /**
     * Writes a checkpoint of these into another database, where it is the latest then. Only pages that it needs are written,
     * each once; the journal of the other database must go on behind the same record.
     *
     * @param manifest pinned, or of a database that is not open
     * @param tick the tick that the other database goes on behind
     * @param step called before each page; what it throws ends the copying, and leaves no checkpoint there
     * @throws LeatException DATA_CORRUPTED if a page is damaged; DISK_FULL, INPUT_OUTPUT
     */
    public Manifest copy(Manifest manifest, Checkpoints to, long tick, Runnable step) {
        try (PageFiles files = files();
                CheckpointWriter writer = to.begin()) {
            return new CheckpointCopy(manifest, page -> true).write(files, writer, tick, step);
        }
    }

    /**
     * Writes the latest checkpoint once more, as a later one with the same content. The two share pages that the one before it
     * has, as any two do that follow each other, and nothing else.
     *
     * @throws LeatException DATA_CORRUPTED if a page is damaged; DISK_FULL, INPUT_OUTPUT
     */
    public Manifest writeAgain(Manifest latest) {
        try (PageFiles files = files();
                CheckpointWriter writer = begin()) {
            return new CheckpointCopy(latest, page -> page.file() == latest.number())
                    .write(files, writer, latest.tick(), () -> {});
        }
    }

    /** Removes all checkpoints but some and those that are pinned, and the pages that none of these needs. */
    public void retain(Manifest... kept) {
        Set<String> needed = new HashSet<>();
        Stream.concat(Stream.of(kept), pinned.keySet().stream()).forEach(manifest -> {
            needed.add(CheckpointFiles.manifest(manifest.number()));
            manifest.files().forEach(file -> needed.add(CheckpointFiles.pages(file)));
        });
        storage.list().stream()
                .filter(name -> CheckpointFiles.number(name).isPresent() && !needed.contains(name))
                .forEach(storage::delete);
    }
}
