package io.leat.connector.datagen;

import io.leat.connector.format.BadValueException;
import io.leat.connector.format.TextValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.type.DataType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options {@code fields.COLUMN.*} of one column.
 *
 * @param column the column
 * @param options the table's options
 */
record FieldOptions(ColumnDefinition column, OptionReader options) {
    private static final String PREFIX = "fields.";
    private static final List<String> NAMES =
            List.of("kind", "min", "max", "length", "null-rate", "max-past", "start", "end");

    /** Checks that a key names a column and an option of columns. */
    static void check(String key, List<String> columns) {
        int dot = key.lastIndexOf('.');
        String column = dot < PREFIX.length() ? "" : key.substring(PREFIX.length(), dot);
        if (columns.stream().noneMatch(column::equals)) {
            throw invalid("option '" + key + "' names no column of the table")
                    .hint(Suggestions.didYouMean(column, columns, "Columns: "));
        }
        String name = key.substring(dot + 1);
        if (!NAMES.contains(name)) {
            throw invalid("connector 'datagen' has no option '" + key + "'")
                    .hint(Suggestions.didYouMean(name, NAMES, "Options of a field: "));
        }
    }

    private String key(String name) {
        return PREFIX + column.name() + "." + name;
    }

    boolean isSequence() {
        String kind = options.text(key("kind")).orElse("random");
        if (!kind.equals("random") && !kind.equals("sequence")) {
            throw invalid("option '" + key("kind") + "' cannot be '" + kind + "'")
                    .hint("Possible values: random, sequence.");
        }
        return kind.equals("sequence");
    }

    /** A value of the given type, if the option is given. */
    Optional<Object> value(String name, DataType type) {
        Optional<String> text = options.text(key(name));
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(TextValues.value(type, text.get()));
        } catch (BadValueException e) {
            throw invalid(
                    "option '" + key(name) + "' is '" + text.get() + "', which is not " + type.withNullable(true));
        }
    }

    /** A whole number that is not negative, or what holds otherwise. */
    int length(int otherwise) {
        long length = options.integer(key("length")).orElse((long) otherwise);
        if (length < 0 || length > 1 << 20) {
            throw invalid("option '" + key("length") + "' is " + length + ", which is not between 0 and 1048576");
        }
        return (int) length;
    }

    /** The share of rows in which the column is NULL. */
    double nullRate() {
        double rate = (Double) value("null-rate", DataType.DOUBLE).orElse(0.0);
        if (!(rate >= 0 && rate <= 1)) {
            throw invalid("option '" + key("null-rate") + "' is " + rate + ", which is not between 0 and 1");
        }
        return rate;
    }

    long maxPastMillis() {
        return options.duration(key("max-past")).orElse(Duration.ZERO).toMillis();
    }

    /** An error about the column's range. */
    LeatException emptyRange(String from, String to) {
        return invalid("option '" + key(from) + "' is greater than '" + key(to) + "'");
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }
}
