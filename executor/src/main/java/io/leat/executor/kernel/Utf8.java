package io.leat.executor.kernel;

/** Code points in UTF-8. A malformed byte counts as a character of its own where nothing else fits. */
final class Utf8 {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private Utf8() {}

    /** Whether a byte continues a character instead of beginning one. */
    static boolean continues(byte value) {
        return (value & CONTINUATION_MASK) == CONTINUATION;
    }

    /** How many characters the bytes hold. */
    static int length(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += continues(bytes[i]) ? 0 : 1;
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
        for (int i = from; i <= to - length; i++) {
            if (text[i] == first && java.util.Arrays.equals(text, i, i + length, wanted, wantedFrom, wantedTo)) {
                return i;
            }
        }
        return -1;
    }
}
