package io.leat.executor.checkpoint;

import io.leat.executor.storage.FileHeader;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageOutput;
import java.util.List;
import java.util.UUID;

/** A checkpoint that is being written. Before {@link #finish} nobody sees it; closing it before that leaves nothing. */
public final class CheckpointWriter implements AutoCloseable {
    private final Storage storage;
    private final UUID database;
    private final long number;
    private StorageOutput output;
    private boolean finished;

    CheckpointWriter(Storage storage, UUID database, long number) {
        this.storage = storage;
        this.database = database;
        this.number = number;
    }

    /** Writes a page of which no hash is known and answers where it is. */
    public PageReference page(byte[] bytes, int length) {
        return page(bytes, length, PageHash.UNKNOWN);
    }

    /** Writes a page and answers where it is. */
    PageReference page(byte[] bytes, int length, PageHash hash) {
        if (output == null) {
            output = storage.append(CheckpointFiles.pages(number));
            output.truncate(0);
            output.append(new FileHeader(CheckpointFiles.PAGES_KIND, database, number).encode(), 0, FileHeader.BYTES);
        }
        PageReference reference =
                new PageReference(number, output.size(), length, ManifestFormat.checksum(bytes, 0, length), hash);
        output.append(bytes, 0, length);
        return reference;
    }

    /** How long the file of pages is, 0 if there is none. */
    long pageFileBytes() {
        return output == null ? 0 : output.size();
    }

    /**
     * Makes it the latest checkpoint; it is safe when this returns.
     *
     * @param sequence the last record of the journal that is in it
     * @param tick the tick after which it was taken
     */
    public Manifest finish(long sequence, long tick, List<Blob> blobs) {
        if (output != null) {
            output.sync();
            storage.syncNames();
        }
        Manifest manifest = new Manifest(number, sequence, tick, blobs);
        storage.replace(CheckpointFiles.manifest(number), ManifestFormat.encode(manifest, database));
        finished = true;
        return manifest;
    }

    @Override
    public void close() {
        if (output != null) {
            output.close();
        }
        if (!finished) {
            storage.delete(CheckpointFiles.manifest(number) + ".new");
            storage.delete(CheckpointFiles.manifest(number));
            storage.delete(CheckpointFiles.pages(number));
        }
    }
}
