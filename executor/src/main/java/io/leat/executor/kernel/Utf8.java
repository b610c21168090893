package io.leat.executor.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Code points in UTF-8. A malformed byte counts as a character of its own where nothing else fits. */
final class Utf8 {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;

    private Utf8() {}

    /** Whether a byte continues a character instead of beginning one. */
    static boolean continues(byte value) {
        return (value & CONTINUATION_MASK) == CONTINUATION;
    }

    /** How many characters the bytes hold. */
    static int length(byte[] bytes, int from, int to) {
        int count = to - from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            count -= Long.bitCount(word & ~(word << 1) & HIGH_BITS);
        }
        if (i < to && to >= Long.BYTES) {
            long word = (long) WORDS.get(bytes, to - Long.BYTES) >>> Byte.SIZE * (Long.BYTES - (to - i));
            return count - Long.bitCount(word & ~(word << 1) & HIGH_BITS);
        }
        for (; i < to; i++) {
            count -= continues(bytes[i]) ? 1 : 0;
        }
        return count;
    }

    /** How often a byte occurs. */
    static int count(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xFF);
        int count = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long different = (long) WORDS.get(bytes, i) ^ pattern;
            // The high bit of each byte that is not zero; adding to the lower bits of a byte cannot reach the next one.
            long others = (different & ~HIGH_BITS) + ~HIGH_BITS | different;
            count += Long.bitCount(~others & HIGH_BITS);
        }
        for (; i < to; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Where the character after the one that begins at {@code from} begins, at most {@code to}. */
    static int next(byte[] bytes, int from, int to) {
        int i = from + 1;
        while (i < to && continues(bytes[i])) {
            i++;
        }
        return Math.min(i, to);
    }

    /** Where the character before {@code position} begins, at least {@code from}. */
    static int previous(byte[] bytes, int from, int position) {
        int i = position - 1;
        while (i > from && continues(bytes[i])) {
            i--;
        }
        return Math.max(i, from);
    }

    /** Where so many characters after {@code from} end, at most {@code to}. */
    static int skip(byte[] bytes, int from, int to, long characters) {
        int i = from;
        for (long left = characters; left > 0 && i < to; left--) {
            i = next(bytes, i, to);
        }
        return i;
    }

    /** Whether there are only bytes of ASCII. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    /** Where a text first occurs in another one, at or after {@code from}; -1 if it does not. */
    static int indexOf(byte[] text, int from, int to, byte[] wanted, int wantedFrom, int wantedTo) {
        int length = wantedTo - wantedFrom;
        if (length == 0) {
            return from;
        }
        byte first = wanted[wantedFrom];
        int last = to - length;
        int i = indexOf(text, from, last + 1, first);
        while (i >= 0 && !Arrays.equals(text, i, i + length, wanted, wantedFrom, wantedTo)) {
            i = indexOf(text, i + 1, last + 1, first);
        }
        return i;
    }

    /** Where a byte first occurs, at or after {@code from} and before {@code to}; -1 if it does not. */
    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long different = (long) WORDS.get(bytes, i) ^ pattern;
            // The lowest bit of these is that of the first byte that is zero.
            long zeros = different - ONES & ~different & HIGH_BITS;
            if (zeros != 0) {
                return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
