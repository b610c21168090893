package io.leat.engine.durable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * What is written down of a table itself: in the journal when it is made, and in each checkpoint.
 *
 * @param identity the sequence of the record in the journal that began it: another table of the same name has another
 * @param name its name
 * @param types the types of its columns, as SQL
 * @param watermark how far its event time has come
 */
record TableRecord(long identity, String name, String types, long watermark) {
    static final int KIND = 1;

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            output.writeLong(identity);
            output.writeLong(watermark);
            writeText(name, output);
            writeText(types, output);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void writeText(String text, DataOutputStream output) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static TableRecord decode(byte[] bytes) {
        try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long identity = input.readLong();
            long watermark = input.readLong();
            return new TableRecord(identity, readText(input), readText(input), watermark);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static String readText(DataInputStream input) throws IOException {
        return new String(input.readNBytes(input.readInt()), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How its name is looked up. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(name);
    }
}
