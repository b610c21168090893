package io.leat.executor.state;

import io.leat.core.batch.ColumnBuilder;
import java.util.Arrays;

/** One byte string a number (of a key, row or group), none as long as none was set. They lie in an arena. */
public final class BytesValues implements State {
    private final ByteStrings strings = new ByteStrings();
    private long present;

    /** How to open it from a store. */
    public static StateKind<BytesValues> kind() {
        return new StateKind<>("byte strings", BytesValues::new);
    }

    /** Whether a number has one. */
    public boolean has(int number) {
        return strings.has(number);
    }

    /** The byte string of a number that has one, as an array of its own. */
    public byte[] get(int number) {
        int offset = strings.offset(number);
        return Arrays.copyOfRange(strings.bytes(number), offset, offset + strings.length(number));
    }

    /** Appends the byte string of a number that has one. */
    public void append(int number, ColumnBuilder into) {
        into.appendBytes(strings.bytes(number), strings.offset(number), strings.length(number));
    }

    /** How the byte string of a number that has one compares to other bytes, in unsigned order. */
    public int compare(int number, byte[] other, int from, int to) {
        int offset = strings.offset(number);
        return Arrays.compareUnsigned(strings.bytes(number), offset, offset + strings.length(number), other, from, to);
    }

    /** Sets the byte string of a number to a copy of some bytes. */
    public void set(int number, byte[] source, int offset, int length) {
        clear(number);
        strings.reserve(number + 1);
        strings.set(number, source, offset, length);
        present++;
    }

    /** Takes the byte string of a number away, if it has one. */
    public void clear(int number) {
        if (strings.has(number)) {
            strings.remove(number);
            present--;
        }
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public void trim(int limit) {
        strings.trim(limit);
    }

    @Override
    public void archive(StateArchive archive) {
        strings.archive(archive);
        present = archive.number(present);
    }

    @Override
    public long rows() {
        return present;
    }

    @Override
    public long bytes() {
        return strings.memory();
    }
}
