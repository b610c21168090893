package io.leat.engine.durable;

import io.leat.executor.storage.Corruption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Records of the journal as bytes. */
final class RecordBytes {

    private RecordBytes() {}

    /** Writes fields. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutput output) throws IOException;
    }

    /** Reads fields. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInput input) throws IOException;
    }

    static byte[] of(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw Corruption.of("a record of the journal ends too early");
        }
    }

    static void writeText(String text, DataOutput output) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), output);
    }

    static String readText(DataInput input) throws IOException {
        return new String(readBytes(input), StandardCharsets.UTF_8);
    }

    static void writeBytes(byte[] bytes, DataOutput output) throws IOException {
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static byte[] readBytes(DataInput input) throws IOException {
        byte[] bytes = new byte[input.readInt()];
        input.readFully(bytes);
        return bytes;
    }
}
