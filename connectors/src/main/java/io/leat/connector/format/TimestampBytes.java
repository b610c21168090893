package io.leat.connector.format;

import java.util.OptionalLong;

/**
 * Reads timestamps as programs write them, {@code 2015-07-15 00:00:00.123} or with {@code T}, a fraction of one to three
 * digits or none, and perhaps a {@code Z}, from bytes. It remembers the last minute that it has seen, because the next
 * record is mostly of the same. What is written otherwise it leaves to others. Not safe for several threads.
 */
public final class TimestampBytes {
    /** What it gives for a text that it cannot read. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** {@code 2015-07-15 00:00}. */
    private static final int MINUTE_BYTES = 2 * ByteWords.BYTES;

    private static final int SECOND_BYTES = MINUTE_BYTES + 3;
    private static final int MILLIS_BYTES = SECOND_BYTES + 4;

    private long minuteHead;
    private long minuteTail;
    private long minuteMillis = UNKNOWN;

    /** Milliseconds since 1970-01-01 00:00:00; or {@link #UNKNOWN}. */
    public long read(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == 'Z' ? to - 1 : to;
        int length = end - from;
        if (length < SECOND_BYTES || length > MILLIS_BYTES || bytes[from + MINUTE_BYTES] != ':') {
            return UNKNOWN;
        }
        int second = twoDigits(bytes, from + MINUTE_BYTES + 1);
        int fraction = length == SECOND_BYTES ? 0 : fraction(bytes, from + SECOND_BYTES, end);
        if (second < 0 || second > 59 || fraction < 0 || !isMinuteKnown(bytes, from)) {
            return UNKNOWN;
        }
        return minuteMillis + second * 1_000L + fraction;
    }

    private static int twoDigits(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? tens * 10 + ones : -1;
    }

    private static int fraction(byte[] bytes, int point, int end) {
        if (bytes[point] != '.' || point + 1 == end) {
            return -1;
        }
        int millis = 0;
        for (int i = 1; i <= 3; i++) {
            int digit = point + i < end ? bytes[point + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis = millis * 10 + digit;
        }
        return millis;
    }

    private boolean isMinuteKnown(byte[] bytes, int from) {
        long head = ByteWords.at(bytes, from);
        long tail = ByteWords.at(bytes, from + ByteWords.BYTES);
        boolean same = head == minuteHead && tail == minuteTail && minuteMillis != UNKNOWN;
        return same || learn(bytes, from, head, tail);
    }

    private boolean learn(byte[] bytes, int from, long head, long tail) {
        String minute = new String(bytes, from, MINUTE_BYTES, java.nio.charset.StandardCharsets.ISO_8859_1);
        OptionalLong millis = DateTimeText.timestamp(minute);
        if (millis.isEmpty()) {
            return false;
        }
        minuteHead = head;
        minuteTail = tail;
        minuteMillis = millis.getAsLong();
        return true;
    }
}
