package io.leat.executor.checkpoint;

import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileHeader;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageInput;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The files of pages that are being read, each opened once. */
final class PageFiles implements AutoCloseable {
    private final Storage storage;
    private final UUID database;
    private final Map<Long, Opened> open = new HashMap<>();

    PageFiles(Storage storage, UUID database) {
        this.storage = storage;
        this.database = database;
    }

    /** A file that is being read; nothing is added to it any more. */
    private record Opened(String name, StorageInput input, long bytes) {}

    private Opened opened(long file) {
        return open.computeIfAbsent(file, this::open);
    }

    private Opened open(long file) {
        String name = CheckpointFiles.pages(file);
        if (!storage.exists(name)) {
            throw Corruption.of(storage.place(name) + " is missing");
        }
        StorageInput input = storage.open(name);
        Opened opened = new Opened(name, input, input.size());
        try {
            byte[] header = new byte[FileHeader.BYTES];
            read(opened, 0, header, header.length);
            new FileHeader(CheckpointFiles.PAGES_KIND, database, file).check(header, storage.place(name));
            return opened;
        } catch (RuntimeException | Error e) {
            input.close();
            throw e;
        }
    }

    private void read(Opened file, long position, byte[] into, int length) {
        if (file.bytes() < position + length) {
            throw Corruption.at(storage.place(file.name()), file.bytes(), "it ends too early");
        }
        file.input().read(position, into, 0, length);
    }

    /** Reads a part of a file. */
    void read(long file, long position, byte[] into, int length) {
        read(opened(file), position, into, length);
    }

    /** Checks what was read of a page. */
    void check(PageReference page, byte[] bytes, int offset) {
        if (ManifestFormat.checksum(bytes, offset, page.length()) != page.checksum()) {
            throw Corruption.at(
                    storage.place(CheckpointFiles.pages(page.file())), page.offset(), "a page has a wrong checksum");
        }
    }

    /** How long a file is. */
    long bytes(long file) {
        return opened(file).bytes();
    }

    @Override
    public void close() {
        open.values().forEach(opened -> opened.input().close());
    }
}
