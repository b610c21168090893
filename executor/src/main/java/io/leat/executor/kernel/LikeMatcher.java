package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A LIKE pattern: {@code %} stands for any characters, {@code _} for one, and the escape character takes the meaning
 * from the one after it. The pattern is cut at every {@code %}; its first and last piece are tied to the ends of the
 * text, the others are looked for from left to right, each as early as possible. Nothing is ever tried again, so the
 * time grows with the length of the text and never explodes.
 */
final class LikeMatcher {
    private static final int ANY_CHARACTER = -1;

    private final byte[] pattern;
    private final byte[] escape;
    /** Bytes, or {@link #ANY_CHARACTER}. */
    private final List<int[]> pieces = new ArrayList<>();

    private LikeMatcher(byte[] pattern, byte[] escape) {
        this.pattern = pattern;
        this.escape = escape;
        parse();
    }

    /** The matcher for the pattern (and escape character) in a row. */
    static LikeMatcher of(BytesColumn patterns, BytesColumn escapes, int row) {
        return new LikeMatcher(bytes(patterns, row), escapes == null ? null : bytes(escapes, row));
    }

    private static byte[] bytes(BytesColumn column, int row) {
        return Arrays.copyOfRange(column.bytes(), column.offsets()[row], column.offsets()[row + 1]);
    }

    /** Whether this is the matcher for the pattern in a row. */
    boolean isOf(BytesColumn patterns, BytesColumn escapes, int row) {
        return same(pattern, patterns, row) && (escape == null || same(escape, escapes, row));
    }

    private static boolean same(byte[] bytes, BytesColumn column, int row) {
        return Arrays.equals(bytes, 0, bytes.length, column.bytes(), column.offsets()[row], column.offsets()[row + 1]);
    }

    private void parse() {
        if (escape != null && Utf8.length(escape, 0, escape.length) != 1) {
            throw LeatException.of(ErrorCode.DATA, "invalid escape character \"" + new String(escape, utf8()) + "\"")
                    .hint("ESCAPE takes exactly one character.");
        }
        int[] piece = new int[pattern.length];
        int length = 0;
        for (int i = 0; i < pattern.length; ) {
            int end = Utf8.next(pattern, i, pattern.length);
            if (isEscape(i, end)) {
                i = end;
                end = escaped(i);
            } else if (pattern[i] == '%') {
                pieces.add(Arrays.copyOf(piece, length));
                length = 0;
                i = end;
                continue;
            } else if (pattern[i] == '_') {
                piece[length++] = ANY_CHARACTER;
                i = end;
                continue;
            }
            for (; i < end; i++) {
                piece[length++] = pattern[i] & 0xFF;
            }
        }
        pieces.add(Arrays.copyOf(piece, length));
    }

    private boolean isEscape(int from, int to) {
        return escape != null && Arrays.equals(pattern, from, to, escape, 0, escape.length);
    }

    /** The end of the character after an escape character, which must be one that needs escaping. */
    private int escaped(int from) {
        int end = from < pattern.length ? Utf8.next(pattern, from, pattern.length) : from;
        boolean special = from < end && (pattern[from] == '%' || pattern[from] == '_' || isEscape(from, end));
        if (!special) {
            throw LeatException.of(
                            ErrorCode.DATA,
                            "invalid escape sequence in pattern \"" + new String(pattern, utf8()) + "\"")
                    .hint("The escape character stands before %, _ or itself only.");
        }
        return end;
    }

    private static java.nio.charset.Charset utf8() {
        return java.nio.charset.StandardCharsets.UTF_8;
    }

    /** Whether the text between two places matches. */
    boolean matches(byte[] text, int from, int to) {
        int last = pieces.size() - 1;
        int position = matchForward(pieces.get(0), text, from, to);
        if (last == 0 || position < 0) {
            return position == to;
        }
        for (int i = 1; i < last; i++) {
            position = find(pieces.get(i), text, position, to);
            if (position < 0) {
                return false;
            }
        }
        return matchBackward(pieces.get(last), text, position, to);
    }

    /** Where the piece ends if it begins at a place, or -1. */
    private static int matchForward(int[] piece, byte[] text, int from, int to) {
        int position = from;
        for (int wanted : piece) {
            if (position >= to) {
                return -1;
            }
            if (wanted == ANY_CHARACTER) {
                position = Utf8.next(text, position, to);
            } else if ((text[position++] & 0xFF) != wanted) {
                return -1;
            }
        }
        return position;
    }

    /** Whether the piece ends at the end of the text and begins not before {@code from}. */
    private static boolean matchBackward(int[] piece, byte[] text, int from, int to) {
        int position = to;
        for (int i = piece.length - 1; i >= 0; i--) {
            if (position <= from) {
                return false;
            }
            if (piece[i] == ANY_CHARACTER) {
                position = Utf8.previous(text, from, position);
            } else if ((text[--position] & 0xFF) != piece[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the first occurrence of the piece ends, or -1. */
    private static int find(int[] piece, byte[] text, int from, int to) {
        for (int start = from; start < to || piece.length == 0; start = Utf8.next(text, start, to)) {
            int end = matchForward(piece, text, start, to);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}
