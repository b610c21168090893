package io.leat.connector.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: text is searched a word at a step, with a mask in which the highest bit of each byte that was
 * searched for is set. The lowest bit of a mask is exact; bits above it may be false alarms, because of borrows, so only
 * {@link #first} may be asked where something is. The first byte in memory is the lowest of its word.
 */
public final class ByteWords {
    /** How many bytes a word has. */
    public static final int BYTES = Long.BYTES;

    /** The highest bit of each byte: set in bytes that are not ASCII. */
    public static final long HIGH = 0x8080_8080_8080_8080L;

    private static final long LOW = 0x0101_0101_0101_0101L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    /** The word of the eight bytes from a place on. */
    public static long at(byte[] bytes, int from) {
        return (long) WORDS.get(bytes, from);
    }

    /** A word of the same byte eight times. */
    public static long of(int b) {
        return (b & 0xffL) * LOW;
    }

    /** Marks the bytes that are equal to those of a word of one byte. */
    public static long equal(long word, long searched) {
        long difference = word ^ searched;
        return (difference - LOW) & ~difference & HIGH;
    }

    /** Marks the bytes below a space, which are control characters. */
    public static long control(long word) {
        return (word - of(' ')) & ~word & HIGH;
    }

    /** Which byte of the word is the first that is marked; 8 if none is. */
    public static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** The first place of either of two bytes, as {@link #find} has it. */
    public static int findEither(byte[] bytes, int from, int to, long searched, long other) {
        int at = from;
        for (int last = to - BYTES; at <= last; at += BYTES) {
            long word = at(bytes, at);
            long found = equal(word, searched) | equal(word, other);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] != (byte) searched && bytes[at] != (byte) other) {
            at++;
        }
        return at < to ? at : -1;
    }

    /**
     * The first place of a byte.
     *
     * @param from where to begin
     * @param to behind the last place where it may be
     * @param searched a {@linkplain #of word} of the byte
     * @return -1 if it is not there
     */
    public static int find(byte[] bytes, int from, int to, long searched) {
        int at = from;
        for (int last = to - BYTES; at <= last; at += BYTES) {
            long found = equal(at(bytes, at), searched);
            if (found != 0) {
                return at + first(found);
            }
        }
        while (at < to && bytes[at] != (byte) searched) {
            at++;
        }
        return at < to ? at : -1;
    }
}
