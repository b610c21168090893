package io.leat.executor.kernel;

/**
 * Reads dates, times and timestamps from text without making objects: {@code 2026-01-31}, {@code 10:00:00.123}, {@code
 * 2026-01-31 10:00:00.123}, and ISO 8601 with {@code T}, {@code Z} or an offset. Parts may lack leading zeros, times may
 * lack seconds, blanks around are ignored. Digits beyond milliseconds are cut off.
 */
final class TimeParser {
    private static final int YEAR_DIGITS_MAX = 6;
    private static final int OFFSET_HOURS_MAX = 18;
    private static final long SECONDS_PER_MINUTE = 60;

    private byte[] bytes;
    private int position;
    private int end;
    private long days;
    private long millis;

    /** Days since 1970-01-01 of the text that was read last. */
    long days() {
        return days;
    }

    /** Milliseconds of the day. Below 0 or above a day's when an offset carried it over midnight. */
    long millis() {
        return millis;
    }

    /** Reads a date, which a time may follow; false if the text is something else or no such day or time exists. */
    boolean readTimestamp(byte[] text, int from, int to) {
        begin(text, from, to);
        if (!date()) {
            return false;
        }
        if (position == end) {
            return true;
        }
        boolean separated = skip('T') || skip('t') || skip(' ');
        return separated && time() && offset() && position == end;
    }

    /** Reads a time of day; false if the text is something else or no such time exists. */
    boolean readTime(byte[] text, int from, int to) {
        begin(text, from, to);
        return time() && position == end;
    }

    private void begin(byte[] text, int from, int to) {
        bytes = text;
        position = from;
        end = to;
        while (position < end && bytes[position] == ' ') {
            position++;
        }
        while (end > position && bytes[end - 1] == ' ') {
            end--;
        }
        days = 0;
        millis = 0;
    }

    private boolean skip(char wanted) {
        boolean there = position < end && bytes[position] == wanted;
        position += there ? 1 : 0;
        return there;
    }

    /** A number of at most so many digits, or -1. */
    private long number(int digitsMax) {
        long number = -1;
        for (int i = 0; i < digitsMax && position < end; i++) {
            int digit = bytes[position] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = Math.max(number, 0) * 10 + digit;
            position++;
        }
        return number;
    }

    private boolean date() {
        boolean negative = skip('-');
        long year = number(YEAR_DIGITS_MAX);
        if (year < 0 || !skip('-')) {
            return false;
        }
        long month = number(2);
        if (month < 1 || month > 12 || !skip('-')) {
            return false;
        }
        long monthIndex = (negative ? -year : year) * 12 + month - 1;
        long day = number(2);
        days = CivilDate.firstDayOfMonth(monthIndex) + day - 1;
        return day >= 1 && day <= CivilDate.lengthOfMonth(monthIndex);
    }

    private boolean time() {
        long hour = number(2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return false;
        }
        long minute = number(2);
        long second = skip(':') ? number(2) : 0;
        if (minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        millis = hour * TimeUnit.HOUR.millis + minute * TimeUnit.MINUTE.millis + second * TimeUnit.SECOND.millis;
        return !skip('.') || fraction();
    }

    private boolean fraction() {
        int from = position;
        for (long unit = 100; position < end && bytes[position] >= '0' && bytes[position] <= '9'; unit /= 10) {
            millis += (bytes[position++] - '0') * unit;
        }
        return position > from;
    }

    /** Nothing, Z, or hours and perhaps minutes east of Greenwich. */
    private boolean offset() {
        if (position == end || skip('Z') || skip('z')) {
            return true;
        }
        boolean west = skip('-');
        if (!west && !skip('+')) {
            return false;
        }
        long hours = number(2);
        long minutes = position == end ? 0 : skip(':') || position < end ? number(2) : -1;
        long offset = (hours * SECONDS_PER_MINUTE + minutes) * TimeUnit.MINUTE.millis;
        millis += west ? offset : -offset;
        return hours >= 0 && hours <= OFFSET_HOURS_MAX && minutes >= 0 && minutes < SECONDS_PER_MINUTE;
    }
}
