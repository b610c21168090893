package io.leat.executor.kernel;

import io.leat.core.limit.BoundedText;

/**
 * Bytes of ASCII as a text, without a copy, that may be looked at only so often: {@link BoundedText} says why.
 */
final class AsciiText implements CharSequence {
    private static final long READS_MIN = 1_000_000;
    private static final long READS_PER_CHARACTER = 1_000;

    private byte[] bytes = {};
    private int from;
    private int length;
    private long readsLeft;

    /** Makes it the text of some bytes. */
    void set(byte[] source, int start, int end) {
        bytes = source;
        from = start;
        length = end - start;
        readsLeft = READS_MIN + READS_PER_CHARACTER * length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (--readsLeft < 0) {
            throw BoundedText.tooLong();
        }
        return (char) bytes[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        AsciiText part = new AsciiText();
        part.set(bytes, from + start, from + end);
        return part;
    }
}
