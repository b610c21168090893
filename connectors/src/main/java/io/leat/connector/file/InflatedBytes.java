package io.leat.connector.file;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A gzip file inflated as it is read, and given up when it grows out of all proportion. */
final class InflatedBytes extends FilterInputStream {
    /** How many times its size a file may grow. */
    static final long RATIO_MAX = 200;

    private static final long BYTES_MAX = 64L << 30;
    private static final long ALWAYS_ALLOWED = 1L << 20;
    private static final int BUFFER_BYTES = 64 << 10;

    private final String name;
    private final Counted compressed;
    private long inflated;

    private InflatedBytes(String name, Counted compressed) throws IOException {
        super(new GZIPInputStream(compressed, BUFFER_BYTES));
        this.name = name;
        this.compressed = compressed;
    }

    static InputStream of(String name, InputStream file) throws IOException {
        return new InflatedBytes(name, new Counted(file));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        inflated += Math.max(count, 0);
        boolean outOfProportion = inflated > ALWAYS_ALLOWED && inflated > compressed.count * RATIO_MAX;
        if (outOfProportion || inflated > BYTES_MAX) {
            throw LeatException.of(
                            ErrorCode.LIMIT_EXCEEDED,
                            "file \"" + name + "\" inflates to more than " + RATIO_MAX + " times its size or 64 GiB")
                    .hint("If it is what it should be, inflate it with gunzip and read the result.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(count, BUFFER_BYTES)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    /** Counts the bytes of the file itself. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
