package io.leat.connector.format.json;

import io.leat.connector.format.NumberBytes;

/**
 * Goes over JSON values that nobody reads, as strictly as if somebody did. Positions are returned, -1 for what is wrong or
 * unusual. Not safe for several threads.
 */
final class JsonSkipping {
    private static final int NAME_BYTES_MAX = 10_000;

    private final JsonStrings strings;
    private final NumberBytes number = new NumberBytes();
    private final int depthMax;

    /**
     * Goes over values.
     *
     * @param strings reads the strings that are not plain
     * @param depthMax how deep values may be nested, the record itself counted
     */
    JsonSkipping(JsonStrings strings, int depthMax) {
        this.strings = strings;
        this.depthMax = depthMax;
    }

    /** Behind the white space from a place on. */
    static int space(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] <= ' ' && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Behind a value of a field of the record. */
    int value(byte[] bytes, int at, int limit) {
        return value(bytes, at, limit, 1);
    }

    private int value(byte[] bytes, int at, int limit, int depth) {
        if (at >= limit) {
            return -1;
        }
        return switch (bytes[at]) {
            case '"' -> string(bytes, at + 1, limit);
            case '{' -> object(bytes, at + 1, limit, depth + 1);
            case '[' -> array(bytes, at + 1, limit, depth + 1);
            case 't', 'f', 'n' -> word(bytes, at, limit);
            default -> number.read(bytes, at, limit);
        };
    }

    private int string(byte[] bytes, int from, int limit) {
        int end = JsonStrings.plainEnd(bytes, from, limit);
        return JsonStrings.isClosed(bytes, end, limit) ? end + 1 : strings.read(bytes, from, limit);
    }

    /** Behind {@code true}, {@code false} or {@code null}. */
    static int word(byte[] bytes, int at, int limit) {
        return switch (bytes[at]) {
            case 't' -> isThere(bytes, at, limit, 'r', 'u', 'e') ? at + 4 : -1;
            case 'n' -> isThere(bytes, at, limit, 'u', 'l', 'l') ? at + 4 : -1;
            case 'f' ->
                isThere(bytes, at, limit, 'a', 'l', 's') && at + 4 < limit && bytes[at + 4] == 'e' ? at + 5 : -1;
            default -> -1;
        };
    }

    private static boolean isThere(byte[] bytes, int at, int limit, char second, char third, char fourth) {
        return at + 4 <= limit && bytes[at + 1] == second && bytes[at + 2] == third && bytes[at + 3] == fourth;
    }

    private int object(byte[] bytes, int from, int limit, int depth) {
        int at = depth > depthMax ? -1 : space(bytes, from, limit);
        if (at >= 0 && at < limit && bytes[at] == '}') {
            return at + 1;
        }
        while (at >= 0 && at < limit && bytes[at] == '"') {
            int name = at;
            at = string(bytes, at + 1, limit);
            at = at < 0 || at - name > NAME_BYTES_MAX ? -1 : space(bytes, at, limit);
            if (at < 0 || at >= limit || bytes[at] != ':') {
                return -1;
            }
            at = value(bytes, space(bytes, at + 1, limit), limit, depth);
            at = at < 0 ? -1 : space(bytes, at, limit);
            if (at >= 0 && at < limit && bytes[at] == '}') {
                return at + 1;
            }
            at = comma(bytes, at, limit);
        }
        return -1;
    }

    private int array(byte[] bytes, int from, int limit, int depth) {
        int at = depth > depthMax ? -1 : space(bytes, from, limit);
        if (at >= 0 && at < limit && bytes[at] == ']') {
            return at + 1;
        }
        while (at >= 0 && at < limit) {
            at = value(bytes, at, limit, depth);
            at = at < 0 ? -1 : space(bytes, at, limit);
            if (at >= 0 && at < limit && bytes[at] == ']') {
                return at + 1;
            }
            at = comma(bytes, at, limit);
        }
        return -1;
    }

    private static int comma(byte[] bytes, int at, int limit) {
        return at >= 0 && at < limit && bytes[at] == ',' ? space(bytes, at + 1, limit) : -1;
    }
}
