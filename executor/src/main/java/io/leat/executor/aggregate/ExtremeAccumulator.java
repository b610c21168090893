package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.LeatException;
import io.leat.executor.state.OrderedIndex;

/** MIN or MAX of values that may be taken back: keeps all values of each group in order, once for both. */
final class ExtremeAccumulator implements Accumulator {
    private final int column;
    private final OrderedType type;
    private final OrderedIndex values;

    ExtremeAccumulator(int column, OrderedType type, OrderedIndex values) {
        this.column = column;
        this.type = type;
        this.values = values;
    }

    @Override
    public void update(GroupedRows rows) {
        Column arguments = rows.chunk().column(column);
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            int row = rows.rows()[i];
            if (type.isNumber()) {
                values.add(group, type.number(arguments, row), rows.weights()[i]);
            } else {
                values.add(group, type.bytes(arguments, row), rows.weights()[i]);
            }
        }
    }

    /** The least or the greatest values. */
    AggregateResult result(boolean least) {
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                append(least ? values.first(groups[i]) : values.last(groups[i]), into);
            }
        };
    }

    private void append(int extreme, ColumnBuilder into) {
        if (extreme == OrderedIndex.NONE) {
            into.appendNull();
            return;
        }
        if (values.weight(extreme) < 0) {
            throw LeatException.internal("a value was taken back that its group did not have", null);
        }
        if (type.isNumber()) {
            type.append(values.value(extreme), into);
        } else {
            type.append(values.bytes(extreme), into);
        }
    }

    @Override
    public void clear(int group) {
        values.clear(group);
    }

    @Override
    public void trim(int groupLimit) {
        values.trim(groupLimit);
    }
}
