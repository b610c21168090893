package io.leat.shell.print;

import io.leat.core.type.DataType;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as JSON: numbers, booleans and NULL as JSON has them, nested values as arrays and objects, the rest as strings. */
public final class JsonText {

    private JsonText() {}

    /** The JSON of a value of a type. */
    public static String of(DataType type, Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL -> ValueText.of(type, value);
            case REAL, DOUBLE -> number((Number) value, ValueText.of(type, value));
            case BINARY, VARBINARY -> quoted(Base64.getEncoder().encodeToString((byte[]) value));
            case ARRAY -> array(type, (List<?>) value);
            case MAP -> map(type, (Map<?, ?>) value);
            case ROW -> row(type, (List<?>) value);
            default -> quoted(ValueText.of(type, value));
        };
    }

    /** A JSON string. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(quoted, text.charAt(i));
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029') {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }

    /** JSON has no word for infinity: it becomes a string, as what is not a number does. */
    private static String number(Number value, String text) {
        return Double.isFinite(value.doubleValue()) ? text : quoted(text);
    }

    private static String array(DataType type, List<?> values) {
        return values.stream().map(value -> of(type.element(), value)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String map(DataType type, Map<?, ?> values) {
        DataType key = type.children().get(0).type();
        DataType value = type.children().get(1).type();
        return values.entrySet().stream()
                .map(entry -> quoted(ValueText.of(key, entry.getKey())) + ":" + of(value, entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String row(DataType type, List<?> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> quoted(type.children().get(i).name()) + ":"
                        + of(type.children().get(i).type(), values.get(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
