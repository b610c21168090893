package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of times, taken apart once.
 *
 * @param parts what to write, in order
 * @param unitMillis all moments of one such unit are written alike
 */
record TimePattern(List<Part> parts, long unitMillis) {
    private static final long ONE_ERA = 1;
    private static final int YEAR_MAX = 9_999;

    /** One part of a pattern. */
    private enum Field {
        YEAR("yyyy", CivilDate.MILLIS_PER_DAY),
        MONTH("MM", CivilDate.MILLIS_PER_DAY),
        DAY("dd", CivilDate.MILLIS_PER_DAY),
        HOUR("HH", TimeUnit.HOUR.millis),
        MINUTE("mm", TimeUnit.MINUTE.millis),
        SECOND("ss", TimeUnit.SECOND.millis),
        MILLISECOND("SSS", 1),
        TEXT("", Long.MAX_VALUE);

        private final String letters;
        private final long unitMillis;

        Field(String letters, long unitMillis) {
            this.letters = letters;
            this.unitMillis = unitMillis;
        }
    }

    /** A field, or a text that is written as it is. */
    record Part(Field field, byte[] text) {}

    /** Takes a pattern of {@code yyyy MM dd HH mm ss SSS} and other characters than letters apart. */
    static TimePattern of(String pattern) {
        List<Part> parts = new ArrayList<>();
        long unit = CivilDate.MILLIS_PER_DAY;
        int at = 0;
        while (at < pattern.length()) {
            Part part = part(pattern, at);
            parts.add(part);
            unit = Math.min(unit, part.field.unitMillis);
            at += part.field == Field.TEXT ? Character.charCount(pattern.codePointAt(at)) : part.field.letters.length();
        }
        return new TimePattern(parts, unit);
    }

    private static Part part(String pattern, int at) {
        for (Field field : Field.values()) {
            if (field != Field.TEXT && pattern.startsWith(field.letters, at)) {
                return new Part(field, null);
            }
        }
        String text = Character.toString(pattern.codePointAt(at));
        if (Character.isLetter(text.codePointAt(0))) {
            throw LeatException.internal("the pattern '" + pattern + "' has no kernel", null);
        }
        return new Part(Field.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a moment, milliseconds since 1970. */
    void write(long millis, BytesResult result) {
        long day = Math.floorDiv(millis, CivilDate.MILLIS_PER_DAY);
        long ofDay = millis - day * CivilDate.MILLIS_PER_DAY;
        for (Part part : parts) {
            switch (part.field) {
                case YEAR -> year(CivilDate.year(day), result);
                case MONTH -> digits(CivilDate.monthOfYear(day), 10, result);
                case DAY -> digits(CivilDate.dayOfMonth(day), 10, result);
                case HOUR -> digits(ofDay / TimeUnit.HOUR.millis, 10, result);
                case MINUTE -> digits(ofDay % TimeUnit.HOUR.millis / TimeUnit.MINUTE.millis, 10, result);
                case SECOND -> digits(ofDay % TimeUnit.MINUTE.millis / TimeUnit.SECOND.millis, 10, result);
                case MILLISECOND -> digits(ofDay % TimeUnit.SECOND.millis, 100, result);
                case TEXT -> result.write(part.text, 0, part.text.length);
            }
        }
    }

    /** The year of its era, as Java's {@code yyyy}: with a sign when it has more than four digits. */
    private static void year(long year, BytesResult result) {
        long ofEra = year > 0 ? year : ONE_ERA - year;
        if (ofEra > YEAR_MAX) {
            result.write("+" + ofEra);
        } else {
            digits(ofEra, 1_000, result);
        }
    }

    private static void digits(long number, int highest, BytesResult result) {
        for (int place = highest; place > 0; place /= 10) {
            result.write((byte) ('0' + number / place % 10));
        }
    }
}
