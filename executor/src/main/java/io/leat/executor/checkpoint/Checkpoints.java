package io.leat.executor.checkpoint;

import io.leat.core.error.LeatException;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileHeader;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageInput;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The checkpoints of a database, in a directory of their own. Used by one thread at a time. */
public final class Checkpoints {
    private final Storage storage;
    private final UUID database;

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
     * Reads a checkpoint's manifest and looks at every page.
     *
     * @throws LeatException DATA_CORRUPTED naming the file and offset of what is damaged or missing; FOREIGN_FORMAT
     */
    public Manifest load(long number) {
        String name = CheckpointFiles.manifest(number);
        Manifest manifest = ManifestFormat.decode(storage.read(name), number, database, storage.place(name));
        manifest.files().forEach(this::checkFile);
        forEachPage(manifest.blobs(), (blob, page) -> {});
        return manifest;
    }

    private void checkFile(long number) {
        String name = CheckpointFiles.pages(number);
        if (!storage.exists(name)) {
            throw Corruption.of(storage.place(name) + " is missing");
        }
        try (StorageInput input = storage.open(name)) {
            byte[] header = new byte[FileHeader.BYTES];
            read(input, name, 0, header);
            new FileHeader(CheckpointFiles.PAGES_KIND, database, number).check(header, storage.place(name));
        }
    }

    private void read(StorageInput input, String name, long offset, byte[] into) {
        if (input.size() < offset + into.length) {
            throw Corruption.at(storage.place(name), input.size(), "it ends too early");
        }
        input.read(offset, into, 0, into.length);
    }

    /** What is done with a page of a blob. */
    @FunctionalInterface
    public interface PageUse {
        /** Takes a page, whose checksum was right. */
        void use(Blob blob, byte[] page);
    }

    /** Reads pages in order. */
    public void forEachPage(List<Blob> blobs, PageUse use) {
        for (Blob blob : blobs) {
            for (PageReference page : blob.pages()) {
                use.use(blob, page(page));
            }
        }
    }

    private byte[] page(PageReference page) {
        String name = CheckpointFiles.pages(page.file());
        byte[] bytes = new byte[page.length()];
        try (StorageInput input = storage.open(name)) {
            read(input, name, page.offset(), bytes);
        }
        if (ManifestFormat.checksum(bytes, bytes.length) != page.checksum()) {
            throw Corruption.at(storage.place(name), page.offset(), "a page has a wrong checksum");
        }
        return bytes;
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

    /** Removes all checkpoints but some, and the pages that none of these needs. */
    public void retain(Manifest... kept) {
        Set<String> needed = new HashSet<>();
        Stream.of(kept).forEach(manifest -> {
            needed.add(CheckpointFiles.manifest(manifest.number()));
            manifest.files().forEach(file -> needed.add(CheckpointFiles.pages(file)));
        });
        storage.list().stream()
                .filter(name -> CheckpointFiles.number(name).isPresent() && !needed.contains(name))
                .forEach(storage::delete);
    }
}
