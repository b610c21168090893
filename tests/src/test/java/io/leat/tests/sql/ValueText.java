package io.leat.tests.sql;

import io.leat.engine.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as scripts write them. */
final class ValueText {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final String BETWEEN = " | ";

    private ValueText() {}

    /** One line: the values of a row with bars between them. */
    static String of(Row row) {
        return row.values().stream().map(ValueText::of).collect(Collectors.joining(BETWEEN));
    }

    /** One line: how often a row came or went, and its values. */
    static String of(long weight, List<Object> values) {
        String sign = weight > 0 ? "+" : "";
        return sign + weight + BETWEEN + values.stream().map(ValueText::of).collect(Collectors.joining(BETWEEN));
    }

    private static String of(Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof LocalDateTime time) {
            return TIMESTAMP.format(time);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return text(value.toString());
    }

    private static String text(String text) {
        return text.isEmpty() ? "(empty)" : text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
