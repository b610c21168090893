package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.plan.AggregateCall;
import java.util.List;

/** Chooses the rows of a chunk that count: those that a FILTER lets pass, and those without NULLs in some columns. */
final class RowChoices {

    private RowChoices() {}

    /** The rows for which a BOOLEAN column is true; all of them without a filter. */
    static GroupedRows filtered(GroupedRows all, int filterColumn, GroupedRows into) {
        if (filterColumn == AggregateCall.NO_FILTER) {
            return all;
        }
        LongColumn condition = (LongColumn) all.chunk().column(filterColumn);
        if (condition.validity() == null) {
            return into.filter(all, condition.values());
        }
        into.begin(all.chunk(), all.groupLimit());
        for (int i = 0; i < all.count(); i++) {
            int row = all.rows()[i];
            if (condition.values()[row] != 0 && !condition.isNull(row)) {
                into.add(row, all.groups()[i], all.weights()[i]);
            }
        }
        return into;
    }

    /** The rows without NULL in any of the columns. */
    static GroupedRows withoutNulls(GroupedRows all, List<Integer> columns, GroupedRows into) {
        if (!mayBeNull(all.chunk(), columns)) {
            return all;
        }
        List<Column> arguments = columns.stream().map(all.chunk()::column).toList();
        into.begin(all.chunk(), all.groupLimit());
        for (int i = 0; i < all.count(); i++) {
            if (!hasNull(arguments, all.rows()[i])) {
                into.add(all.rows()[i], all.groups()[i], all.weights()[i]);
            }
        }
        return into;
    }

    /** Whether some row of a chunk may have NULL in one of the columns. */
    static boolean mayBeNull(Chunk chunk, List<Integer> columns) {
        for (int column : columns) {
            if (chunk.column(column).validity() != null) {
                return true;
            }
        }
        return false;
    }

    static boolean hasNull(List<Column> columns, int row) {
        for (Column column : columns) {
            if (column.isNull(row)) {
                return true;
            }
        }
        return false;
    }
}
