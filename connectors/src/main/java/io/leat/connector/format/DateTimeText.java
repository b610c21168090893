package io.leat.connector.format;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/**
 * Reads dates and times as people and programs write them: {@code 2026-01-31}, {@code 10:00:00.123},
 * {@code 2026-01-31 10:00:00.123}, ISO-8601 with {@code T} and an optional zone or offset, epoch milliseconds.
 *
 * <p>Hand-written because it runs once a row: no pattern, no exception for control flow. Digits of a second beyond
 * milliseconds are cut off. A time without zone counts as UTC.
 */
final class DateTimeText {
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final int FRACTION_DIGITS_MAX = 9;

    private final String text;
    private int at;
    private boolean wrong;

    private DateTimeText(String text) {
        this.text = text;
    }

    /** Days since 1970-01-01; empty if it is no date. */
    static OptionalLong date(String text) {
        DateTimeText reader = new DateTimeText(text);
        return reader.whole(reader.date());
    }

    /** Milliseconds since midnight; empty if it is no time. */
    static OptionalLong time(String text) {
        DateTimeText reader = new DateTimeText(text);
        long millis = reader.time();
        reader.skip('Z');
        return reader.whole(millis);
    }

    /** Milliseconds since 1970-01-01 00:00:00, in UTC if it has a zone; empty if it is no timestamp. */
    static OptionalLong timestamp(String text) {
        if (isWholeNumber(text)) {
            return epochMillis(text);
        }
        DateTimeText reader = new DateTimeText(text);
        long millis = reader.date() * MILLIS_PER_DAY;
        if (reader.at < text.length() && (reader.skip(' ') || reader.skip('T'))) {
            millis += reader.time();
            millis -= reader.offset();
        }
        return reader.whole(millis);
    }

    private static boolean isWholeNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > first;
    }

    private static OptionalLong epochMillis(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    private long date() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        boolean exists = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        wrong |= !exists;
        return wrong ? 0 : LocalDate.of(year, month, day).toEpochDay();
    }

    private long time() {
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        int second = skip(':') ? digits(2) : 0;
        int millis = skip('.') ? fraction() : 0;
        wrong |= hour > 23 || minute > 59 || second > 59;
        return ((hour * 60L + minute) * 60L + second) * 1_000L + millis;
    }

    private int fraction() {
        int start = at;
        int millis = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - start < 3) {
                millis = millis * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        int count = at - start;
        wrong |= count == 0 || count > FRACTION_DIGITS_MAX;
        return count == 1 ? millis * 100 : count == 2 ? millis * 10 : millis;
    }

    /** Milliseconds that the zone is ahead of UTC: nothing, Z, or an offset as +HH, +HHMM, +HH:MM. */
    private long offset() {
        if (at == text.length() || skip('Z')) {
            return 0;
        }
        int sign = skip('-') ? -1 : 1;
        wrong |= sign > 0 && !skip('+');
        int hours = digits(2);
        boolean more = skip(':') || at < text.length();
        int minutes = more ? digits(2) : 0;
        wrong |= hours > 18 || minutes > 59;
        return sign * (hours * 60L + minutes) * 60_000L;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            boolean digit = at < text.length() && isDigit(text.charAt(at));
            wrong |= !digit;
            value = digit ? value * 10 + text.charAt(at) - '0' : value;
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void expect(char c) {
        wrong |= !skip(c);
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private OptionalLong whole(long value) {
        return wrong || at != text.length() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
