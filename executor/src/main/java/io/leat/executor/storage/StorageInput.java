package io.leat.executor.storage;

/** A file that is read. */
public interface StorageInput extends AutoCloseable {

    /** How long it is, in bytes. */
    long size();

    /**
     * Reads bytes at a place.
     *
     * @throws io.leat.core.error.LeatException INPUT_OUTPUT, also when the file ends before
     */
    void read(long position, byte[] into, int offset, int length);

    @Override
    void close();
}
