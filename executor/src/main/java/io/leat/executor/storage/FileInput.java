package io.leat.executor.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of the machine that is read. */
final class FileInput implements StorageInput {
    private final Path file;
    private final FileChannel channel;

    FileInput(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    @Override
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw StorageErrors.of("read", file, e);
        }
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) {
        ByteBuffer wanted = ByteBuffer.wrap(into, offset, length);
        try {
            while (wanted.hasRemaining()) {
                if (channel.read(wanted, position + wanted.position() - offset) < 0) {
                    throw new EOFException("it ends before byte " + (position + length));
                }
            }
        } catch (IOException e) {
            throw StorageErrors.of("read", file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StorageErrors.of("close", file, e);
        }
    }
}
