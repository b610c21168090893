package io.leat.connector.datagen;

import io.leat.core.batch.JavaValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a table's options ask for, checked.
 *
 * @param columns the generator of each stored column
 * @param rowsPerSecond how many rows come in a second
 * @param rows how many rows there are, if there is an end
 */
record DatagenPlan(List<ColumnGenerator> columns, long rowsPerSecond, OptionalLong rows) {

    static DatagenPlan of(TableDefinition table) {
        OptionReader options = new OptionReader(table, DatagenConnector.OPTIONS);
        List<String> names =
                table.storedColumns().stream().map(ColumnDefinition::name).toList();
        table.options().keySet().stream()
                .filter(key -> key.startsWith("fields."))
                .forEach(key -> FieldOptions.check(key, names));
        long rowsPerSecond =
                atLeast(options, DatagenConnector.ROWS_PER_SECOND, 1).orElseThrow();
        OptionalLong rows = atLeast(options, DatagenConnector.NUMBER_OF_ROWS, 0);
        Noise noise = new Noise(options.integer(DatagenConnector.SEED).orElse(0L));
        List<ColumnGenerator> columns = new ArrayList<>();
        for (ColumnDefinition column : table.storedColumns()) {
            FieldOptions field = new FieldOptions(column, options);
            columns.add(ColumnGenerator.of(field, noise.child(columns.size()), rowsPerSecond));
            rows = smaller(rows, rowsOf(field));
        }
        return new DatagenPlan(List.copyOf(columns), rowsPerSecond, rows);
    }

    private static OptionalLong atLeast(OptionReader options, String key, long min) {
        OptionalLong value = options.integer(key).map(OptionalLong::of).orElse(OptionalLong.empty());
        if (value.isPresent() && value.getAsLong() < min) {
            throw LeatException.of(
                    ErrorCode.INVALID_OPTION, "option '" + key + "' is " + value.getAsLong() + ", less than " + min);
        }
        return value;
    }

    /** How many rows a sequence with an end has. */
    private static OptionalLong rowsOf(FieldOptions field) {
        DataType type = field.column().type();
        if (!field.isSequence() || !type.kind().isInteger()) {
            return OptionalLong.empty();
        }
        long start = field.value("start", type)
                .map(value -> JavaValues.toLong(type, value))
                .orElse(0L);
        return field.value("end", type)
                .map(value -> JavaValues.toLong(type, value))
                .map(end -> {
                    if (end < start) {
                        throw field.emptyRange("start", "end");
                    }
                    return OptionalLong.of(end - start + 1);
                })
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        boolean both = a.isPresent() && b.isPresent();
        return both ? OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong())) : a.isPresent() ? a : b;
    }
}
