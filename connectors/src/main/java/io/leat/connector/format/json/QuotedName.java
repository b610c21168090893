package io.leat.connector.format.json;

import io.leat.connector.format.ByteWords;
import java.util.Arrays;

/** A field's name in its quotes, as it stands in a record, and the field that it means. */
final class QuotedName {
    private final byte[] quoted;
    private final int field;
    private final long head;
    private final long headMask;
    private final long tail;

    /**
     * A name.
     *
     * @param quoted its bytes with both quotes
     * @param field index of the field that it means, -1 for none
     */
    QuotedName(byte[] quoted, int field) {
        this.quoted = quoted;
        this.field = field;
        byte[] padded = Arrays.copyOf(quoted, Math.max(quoted.length, ByteWords.BYTES));
        this.head = ByteWords.at(padded, 0);
        this.headMask = quoted.length < ByteWords.BYTES ? (1L << (8 * quoted.length)) - 1 : -1L;
        this.tail = ByteWords.at(padded, padded.length - ByteWords.BYTES);
    }

    int field() {
        return field;
    }

    /** How many bytes it has with its quotes. */
    int length() {
        return quoted.length;
    }

    /** Whether it stands at a place. */
    boolean isAt(byte[] bytes, int at, int limit) {
        int length = quoted.length;
        if (at + Math.max(length, ByteWords.BYTES) > bytes.length) {
            return at + length <= limit && Arrays.equals(quoted, 0, length, bytes, at, at + length);
        }
        if (((ByteWords.at(bytes, at) ^ head) & headMask) != 0) {
            return false;
        }
        boolean ends = length <= ByteWords.BYTES || ByteWords.at(bytes, at + length - ByteWords.BYTES) == tail;
        boolean middle = length <= 2 * ByteWords.BYTES || Arrays.equals(quoted, 0, length, bytes, at, at + length);
        return ends && middle && at + length <= limit;
    }

    /** A number that is the same for the same bytes. */
    static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    int hash() {
        return hash(quoted, 0, quoted.length);
    }
}
