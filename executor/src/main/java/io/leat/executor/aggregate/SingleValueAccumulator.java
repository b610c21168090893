package io.leat.executor.aggregate;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.executor.state.GroupValues;
import io.leat.executor.state.LongValues;
import java.util.List;

/** The only value of a group, NULL if there is none. */
final class SingleValueAccumulator implements Accumulator, AggregateResult {
    private final LongValues counts;
    private final GroupValues values;
    private final ChunkBuilder decoded;

    SingleValueAccumulator(DataType argument, LongValues counts, GroupValues values) {
        this.counts = counts;
        this.values = values;
        this.decoded = new ChunkBuilder(List.of(argument), 1);
    }

    @Override
    public void update(GroupedRows rows) {
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            counts.add(group, rows.weights()[i]);
            values.add(group, rows.chunk(), rows.rows()[i], rows.weights()[i]);
        }
    }

    @Override
    public void append(int[] groups, int from, int to, ColumnBuilder into) {
        for (int i = from; i < to; i++) {
            append(groups[i], into);
        }
    }

    private void append(int group, ColumnBuilder into) {
        if (counts.get(group) > 1) {
            throw LeatException.of(ErrorCode.CARDINALITY, "a subquery used as a value returned more than one row")
                    .hint("Restrict it to one row, or use an aggregate such as MAX.");
        }
        if (counts.get(group) == 0) {
            into.appendNull();
            return;
        }
        values.decode(values.first(group), decoded, 0);
        decoded.endRow(1);
        into.appendFrom(decoded.build().column(0), 0);
    }

    @Override
    public void clear(int group) {
        counts.set(group, 0);
        values.clear(group);
    }

    @Override
    public void trim(int groupLimit) {
        counts.trim(groupLimit);
        values.trim(groupLimit);
    }
}
