package io.leat.engine.durable;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Something small that is remembered, as bytes. */
public final class ArchivedBytes {

    private ArchivedBytes() {}

    /** What it remembers. */
    public static byte[] of(Archivable remembering) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        remembering.archive(new Archive(new DataOutputStream(bytes), null));
        return bytes.toByteArray();
    }

    /** Lets it remember what it has remembered. */
    public static void restore(byte[] bytes, Archivable remembering) {
        remembering.archive(new Archive(null, new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    /** One field behind the other; exactly one of both is there. */
    private record Archive(DataOutputStream output, DataInputStream input) implements StateArchive {

        @Override
        public boolean isRestoring() {
            return input != null;
        }

        @Override
        public long number(long value) {
            return field(value, () -> output.writeLong(value), () -> input.readLong());
        }

        @Override
        public long[] longs(long[] values, int used) {
            int count = Math.toIntExact(number((long) used));
            int length = Math.toIntExact(number((long) values.length));
            long[] result = isRestoring() ? new long[length] : values;
            for (int i = 0; i < count; i++) {
                result[i] = number(result[i]);
            }
            return result;
        }

        @Override
        public int[] ints(int[] values, int used) {
            int count = Math.toIntExact(number((long) used));
            int length = Math.toIntExact(number((long) values.length));
            int[] result = isRestoring() ? new int[length] : values;
            for (int i = 0; i < count; i++) {
                result[i] = Math.toIntExact(number((long) result[i]));
            }
            return result;
        }

        @Override
        public byte[] bytes(byte[] values, int used) {
            int count = Math.toIntExact(number((long) used));
            int length = Math.toIntExact(number((long) values.length));
            byte[] result = isRestoring() ? new byte[length] : values;
            return field(values, () -> output.write(values, 0, count), () -> {
                input.readFully(result, 0, count);
                return result;
            });
        }

        @Override
        public byte[][] strings(byte[][] values, int used) {
            int count = Math.toIntExact(number((long) used));
            int length = Math.toIntExact(number((long) values.length));
            byte[][] result = isRestoring() ? new byte[length][] : values;
            for (int i = 0; i < count; i++) {
                boolean isThere = flag(result[i] != null);
                byte[] string = isRestoring() ? new byte[0] : result[i];
                result[i] = isThere ? bytes(string, string.length) : null;
            }
            return result;
        }

        private <T> T field(T value, Writing writing, Reading<T> reading) {
            try {
                if (isRestoring()) {
                    return reading.read();
                }
                writing.write();
                return value;
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
