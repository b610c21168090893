package io.leat.connector.format.json;

import io.leat.connector.format.ByteWords;
import io.leat.connector.format.StrictUtf8;
import java.util.Arrays;

/**
 * Finds the ends of JSON strings, and undoes their escapes into a buffer of its own. Positions are returned, -1 for what
 * is wrong or unusual. Not safe for several threads.
 */
final class JsonStrings {
    private static final long QUOTES = ByteWords.of('"');
    private static final long BACKSLASHES = ByteWords.of('\\');
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final byte[] MEANT = {'"', '\\', '/', '\b', '\f', '\n', '\r', '\t'};

    private byte[] content = new byte[256];
    private int length;

    /**
     * The first byte from a place on that is not a plain character of a string: its closing quote, mostly; or else an
     * escape, a control character, a byte beyond ASCII; or the limit.
     */
    static int plainEnd(byte[] bytes, int from, int limit) {
        int at = from;
        int lastWord = Math.min(limit, bytes.length - ByteWords.BYTES + 1);
        while (at < lastWord) {
            long word = ByteWords.at(bytes, at);
            long found = ByteWords.equal(word, QUOTES)
                    | ByteWords.equal(word, BACKSLASHES)
                    | ByteWords.control(word)
                    | (word & ByteWords.HIGH);
            if (found != 0) {
                return Math.min(at + ByteWords.first(found), limit);
            }
            at += ByteWords.BYTES;
        }
        while (at < limit && isPlain(bytes[at])) {
            at++;
        }
        return Math.min(at, limit);
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Whether the string of which {@link #plainEnd} has found the end of the plain part is closed there. */
    static boolean isClosed(byte[] bytes, int plainEnd, int limit) {
        return plainEnd < limit && bytes[plainEnd] == '"';
    }

    /**
     * Reads a string that has more than plain characters.
     *
     * @param from its first character
     * @return the place behind its closing quote; or -1 if it is not a string of valid characters
     */
    int read(byte[] bytes, int from, int limit) {
        length = 0;
        int at = from;
        while (at >= 0 && at < limit && bytes[at] != '"') {
            byte b = bytes[at];
            if (b == '\\') {
                at = escape(bytes, at + 1, limit);
            } else if (b >= 0 && b < ' ') {
                return -1;
            } else {
                add(b);
                at++;
            }
        }
        boolean closed = at >= 0 && at < limit && StrictUtf8.isValid(content, 0, length);
        return closed ? at + 1 : -1;
    }

    private int escape(byte[] bytes, int at, int limit) {
        if (at < limit && bytes[at] == 'u') {
            return unicode(bytes, at + 1, limit);
        }
        int known = at < limit ? ESCAPED.indexOf(bytes[at]) : -1;
        if (known < 0) {
            return -1;
        }
        add(MEANT[known]);
        return at + 1;
    }

    private int unicode(byte[] bytes, int at, int limit) {
        int first = hexadecimal(bytes, at, limit);
        if (first < 0 || Character.isLowSurrogate((char) first)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) first)) {
            addCharacter(first);
            return at + 4;
        }
        boolean pair = at + 6 <= limit && bytes[at + 4] == '\\' && bytes[at + 5] == 'u';
        int second = pair ? hexadecimal(bytes, at + 6, limit) : -1;
        if (second < 0 || !Character.isLowSurrogate((char) second)) {
            return -1;
        }
        addCharacter(Character.toCodePoint((char) first, (char) second));
        return at + 10;
    }

    private static int hexadecimal(byte[] bytes, int at, int limit) {
        int value = at + 4 <= limit ? 0 : -1;
        for (int i = 0; i < 4 && value >= 0; i++) {
            byte b = bytes[at + i];
            int digit = b < 0 ? -1 : Character.digit(b, 16);
            value = digit < 0 ? -1 : value * 16 + digit;
        }
        return value;
    }

    private void addCharacter(int character) {
        if (character < 0x80) {
            add(character);
        } else if (character < 0x800) {
            add(0xC0 | character >> 6);
            addContinued(character);
        } else if (character < 0x10000) {
            add(0xE0 | character >> 12);
            addContinued(character >> 6);
            addContinued(character);
        } else {
            add(0xF0 | character >> 18);
            addContinued(character >> 12);
            addContinued(character >> 6);
            addContinued(character);
        }
    }

    private void addContinued(int bits) {
        add(0x80 | bits & 0x3F);
    }

    private void add(int b) {
        if (length == content.length) {
            content = Arrays.copyOf(content, length * 2);
        }
        content[length++] = (byte) b;
    }

    /** The bytes of the string that was {@linkplain #read read} last; there may be more behind them. */
    byte[] content() {
        return content;
    }

    /** How many bytes it has. */
    int length() {
        return length;
    }
}
