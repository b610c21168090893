package io.leat.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What file sinks do to a disk. What a crash leaves of it: all that was synced, and of the rest any part. Safe from one
 * thread at a time.
 */
interface SinkFiles {

    /** A file that is open for adding to its end. */
    interface Output extends Closeable {

        /** How long the file is. */
        long size() throws IOException;

        /** Adds bytes to the end. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /** Cuts the file off. */
        void truncate(long size) throws IOException;

        /** Returns when all that was written is safe. */
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Whether there is a file or a directory of that name. */
    boolean exists(Path path);

    /** Whether there is a directory of that name. */
    boolean isDirectory(Path path);

    /** The files in a directory and in all below it. */
    List<Path> filesBelow(Path directory) throws IOException;

    /** How long a file is. */
    long size(Path file) throws IOException;

    /** Some bytes of a file, or fewer if it ends before. */
    byte[] read(Path file, long from, int length) throws IOException;

    /** What tells a file from another one of the same name. */
    String key(Path file) throws IOException;

    /** Opens a file for adding to its end; it is made, empty, if it is not there. */
    Output append(Path file) throws IOException;

    /** Makes an empty file; answers whether there was none of that name. */
    boolean create(Path file) throws IOException;

    /** Gives a file another name, in one step, in the place of a file that has it. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file, or an empty directory; nothing happens if there is none of that name, or the directory is not empty. */
    void delete(Path path) throws IOException;

    /** Makes a directory, safely, with all above it. */
    void createDirectories(Path directory) throws IOException;

    /** Returns when it is safe which files a directory has, and under which names. */
    void syncNames(Path directory) throws IOException;

    /**
     * Keeps others from locking the same file until the lock is closed, or the process ends.
     *
     * @throws io.leat.core.error.LeatException DATABASE_IN_USE if another one has it
     */
    Closeable lock(Path file) throws IOException;
}
