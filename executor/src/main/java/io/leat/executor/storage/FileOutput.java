package io.leat.executor.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of the machine that grows. */
final class FileOutput implements StorageOutput {
    private final Path file;
    private final FileChannel channel;
    private long size;

    FileOutput(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void append(byte[] bytes, int offset, int length) {
        ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (left.hasRemaining()) {
                size += channel.write(left, size);
            }
        } catch (IOException e) {
            throw StorageErrors.of("write", file, e);
        }
    }

    @Override
    public void truncate(long wanted) {
        try {
            channel.truncate(wanted);
            size = Math.min(size, wanted);
        } catch (IOException e) {
            throw StorageErrors.of("cut", file, e);
        }
    }

    @Override
    public void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw StorageErrors.of("sync", file, e);
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
