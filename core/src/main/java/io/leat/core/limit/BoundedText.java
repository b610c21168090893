package io.leat.core.limit;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/**
 * A text that may be looked at only so often. Java's regular expressions can take time exponential in the text
 * ({@code (a+)+b}); every step of theirs reads a character, so that counting reads bounds the time.
 */
public final class BoundedText implements CharSequence {
    private static final long READS_MIN = 1_000_000;
    private static final long READS_PER_CHARACTER = 1_000;

    private final String text;
    private long readsLeft;

    /** A text that may be looked at a thousand times a character, and a million times at least. */
    public BoundedText(String text) {
        this.text = text;
        this.readsLeft = READS_MIN + READS_PER_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--readsLeft < 0) {
            throw tooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** What is thrown when that is not enough. */
    public static LeatException tooLong() {
        return LeatException.of(ErrorCode.LIMIT_EXCEEDED, "the regular expression takes too long on this text")
                .hint("Avoid repetitions inside repetitions, such as (a+)+.");
    }
}
