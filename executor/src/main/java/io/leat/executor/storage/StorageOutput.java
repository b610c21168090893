package io.leat.executor.storage;

/** A file that grows. */
public interface StorageOutput extends AutoCloseable {

    /** How long it is, in bytes, with what is not safe yet. */
    long size();

    /**
     * Adds bytes at the end.
     *
     * @throws io.leat.core.error.LeatException DISK_FULL or INPUT_OUTPUT; a part of them may then be there
     */
    void append(byte[] bytes, int offset, int length);

    /** Cuts the end off. */
    void truncate(long size);

    /**
     * Returns when all that was added is safe.
     *
     * @throws io.leat.core.error.LeatException INPUT_OUTPUT; nobody knows then what is safe, and asking again would not tell
     */
    void sync();

    @Override
    void close();
}
