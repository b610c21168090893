package io.leat.tests.nexmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A number for a bag of rows, the same in any order: the sum of a hash of each row's text. A retraction subtracts, so
 * that changes can be added up as they come. The text: values with {@code |} between them; DECIMAL with three digits;
 * times as milliseconds since 1970 in UTC; NULL as {@code \N}.
 */
public final class RowChecksum {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SCALE = 3;

    private long rows;
    private long sum;

    /** Counts a row so many times; fewer than 0 takes it back. */
    public void add(List<Object> values, long weight) {
        rows += weight;
        sum += weight * hash(text(values));
    }

    /** What is compared of a row: where equals in ORDER BY leave the others open, only some columns. */
    public static List<Object> checked(String query, List<Object> values) {
        return switch (query) {
            case "q18" -> pick(values, 0, 1, 5);
            case "q19" -> pick(values, 0, 2, 7);
            default -> values;
        };
    }

    private static List<Object> pick(List<Object> values, int... places) {
        List<Object> picked = new ArrayList<>();
        for (int place : places) {
            picked.add(values.get(place));
        }
        return picked;
    }

    /** A row as text. */
    static String text(List<Object> values) {
        StringJoiner text = new StringJoiner("|");
        values.forEach(value -> text.add(text(value)));
        return text.toString();
    }

    private static String text(Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof BigDecimal number) {
            return number.setScale(SCALE, RoundingMode.UNNECESSARY).toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return Long.toString(time.toInstant(ZoneOffset.UTC).toEpochMilli());
        }
        return value.toString();
    }

    /** FNV-1a of 64 bits, its bits spread with the finalizer of SplitMix64. */
    private static long hash(String text) {
        long hash = FNV_START;
        for (byte character : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (character & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    @Override
    public String toString() {
        return "rows=" + rows + " checksum=" + String.format("%016x", sum);
    }
}
