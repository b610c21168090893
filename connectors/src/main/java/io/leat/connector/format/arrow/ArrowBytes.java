package io.leat.connector.format.arrow;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file, by place. */
final class ArrowBytes implements Closeable {
    private static final int BYTES_MAX = 1 << 30;

    private final FileChannel channel;
    private final long size;

    ArrowBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** How many bytes the file had when it was opened. */
    long size() {
        return size;
    }

    /** The bytes at a place. */
    byte[] read(long from, long length) throws IOException {
        if (from < 0 || length < 0 || length > BYTES_MAX || from > size - length) {
            throw new IOException("it names " + length + " bytes at " + from + ", which are not there");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("it ends at " + (from + buffer.position()) + ", within its content");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
