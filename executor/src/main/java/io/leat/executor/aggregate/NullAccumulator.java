package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.executor.state.LongValues;
import java.util.List;

/** Counts the rows in which an argument is NULL; costs nothing as long as there is none. */
final class NullAccumulator implements Accumulator {
    private final List<Integer> arguments;
    private final LongValues nulls;

    NullAccumulator(List<Integer> arguments, LongValues nulls) {
        this.arguments = arguments;
        this.nulls = nulls;
    }

    @Override
    public void update(GroupedRows rows) {
        if (RowChoices.mayBeNull(rows.chunk(), arguments)) {
            List<Column> columns = arguments.stream().map(rows.chunk()::column).toList();
            for (int i = 0; i < rows.count(); i++) {
                if (RowChoices.hasNull(columns, rows.rows()[i])) {
                    nulls.add(rows.groups()[i], rows.weights()[i]);
                }
            }
        }
    }

    @Override
    public void clear(int group) {
        nulls.set(group, 0);
    }

    @Override
    public void trim(int groupLimit) {
        nulls.trim(groupLimit);
    }
}
