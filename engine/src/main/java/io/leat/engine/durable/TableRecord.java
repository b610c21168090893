package io.leat.engine.durable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * What is written down of an ordinary table itself: in the journal when it is made, and in each checkpoint.
 *
 * @param identity the sequence of the record in the journal that began it: another table of the same name has another
 * @param name its name
 * @param types the types of its columns, as SQL
 */
record TableRecord(long identity, String name, String types) {
    static final int KIND = 1;

    byte[] encode() {
        return RecordBytes.of(this::write);
    }

    private void write(DataOutput output) throws IOException {
        output.writeLong(identity);
        RecordBytes.writeText(name, output);
        RecordBytes.writeText(types, output);
    }

    static TableRecord decode(byte[] bytes) {
        return RecordBytes.read(bytes, TableRecord::read);
    }

    private static TableRecord read(DataInput input) throws IOException {
        return new TableRecord(input.readLong(), RecordBytes.readText(input), RecordBytes.readText(input));
    }

    /** Names of tables do not depend on case. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(name);
    }
}
