package io.leat.connector.nexmark;

import io.leat.connector.format.BadValueException;
import io.leat.connector.format.TextValues;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.List;

/**
 * What a table's options and columns ask for, checked.
 *
 * @param table which of the three it is
 * @param columns for each stored column, the field that it is, with the column's own type
 * @param events how many events there are, {@code Long.MAX_VALUE} for no end
 * @param pace when they come
 * @param seed what makes one sequence different from another
 * @param times when they happen in their own time
 */
record NexmarkPlan(NexmarkTable table, List<Field> columns, long events, Pace pace, long seed, EventTimes times) {

    static NexmarkPlan of(TableDefinition definition) {
        OptionReader options = new OptionReader(definition, NexmarkConnector.OPTIONS);
        NexmarkTable table = NexmarkTable.titled(options.oneOf(NexmarkConnector.TABLE, NexmarkTable.titles()));
        EventTimes times = new EventTimes(start(options), atLeast(options, NexmarkConnector.EVENT_RATE, 1, 10_000));
        return new NexmarkPlan(
                table,
                definition.storedColumns().stream()
                        .map(column -> new Field(field(table, column).name(), column.type()))
                        .toList(),
                atLeast(options, NexmarkConnector.EVENTS, 0, Long.MAX_VALUE),
                pace(options, times),
                options.integer(NexmarkConnector.SEED).orElseThrow(),
                times);
    }

    /** The type of a stored column. */
    DataType type(int column) {
        return columns.get(column).type();
    }

    private static Pace pace(OptionReader options, EventTimes times) {
        boolean live = options.bool(NexmarkConnector.LIVE);
        long rate = atLeast(options, NexmarkConnector.RATE, 1, Long.MAX_VALUE);
        if (live && rate != Long.MAX_VALUE) {
            throw invalid("options '" + NexmarkConnector.LIVE + "' and '" + NexmarkConnector.RATE
                            + "' exclude each other")
                    .hint("A live table has the rate of its event time: '" + NexmarkConnector.EVENT_RATE + "'.");
        }
        return live ? Pace.live(times) : Pace.rate(rate);
    }

    private static long start(OptionReader options) {
        String text = options.required(NexmarkConnector.START);
        try {
            return JavaValues.toLong(DataType.TIMESTAMP, TextValues.value(DataType.TIMESTAMP, text));
        } catch (BadValueException e) {
            throw invalid("option '" + NexmarkConnector.START + "' is '" + text + "', which is not a time")
                    .hint("Write it as 2015-07-15 00:00:00.");
        }
    }

    private static long atLeast(OptionReader options, String key, long min, long otherwise) {
        long value = options.integer(key).orElse(otherwise);
        if (value < min) {
            throw invalid("option '" + key + "' is " + value + ", less than " + min);
        }
        return value;
    }

    private static Field field(NexmarkTable table, ColumnDefinition column) {
        List<String> names = table.fields().stream().map(Field::name).toList();
        Field field = table.fields().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(column.name()))
                .findFirst()
                .orElseThrow(() -> LeatException.of(
                                ErrorCode.UNKNOWN_COLUMN,
                                "nexmark table " + table.title() + " has no column \"" + column.name() + "\"")
                        .hint(Suggestions.didYouMean(column.name(), names, "Columns: ")));
        if (!fits(field.type(), column.type())) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "column \"" + field.name() + "\" of nexmark table " + table.title() + " is " + field.type()
                                    + ", not " + column.type().withNullable(true))
                    .hint("Declare it as " + field.type() + ".");
        }
        return field;
    }

    /** Times may be declared with or without a zone. */
    private static boolean fits(DataType type, DataType declared) {
        boolean zoned = type.kind() == TypeKind.TIMESTAMP && declared.kind() == TypeKind.TIMESTAMP_LTZ;
        return zoned || declared.withNullable(true).equals(type);
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }
}
