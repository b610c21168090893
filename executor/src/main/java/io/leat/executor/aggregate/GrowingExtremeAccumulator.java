package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.LeatException;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.ObjectValues;

/** MIN or MAX of values that are never taken back: keeps the best one of each group. */
final class GrowingExtremeAccumulator implements Accumulator {
    private final int column;
    private final OrderedType type;
    private final boolean least;
    private final LongValues counts;
    private final LongValues numbers;
    private final ObjectValues<byte[]> strings;

    GrowingExtremeAccumulator(
            int column,
            OrderedType type,
            boolean least,
            LongValues counts,
            LongValues numbers,
            ObjectValues<byte[]> strings) {
        this.column = column;
        this.type = type;
        this.least = least;
        this.counts = counts;
        this.numbers = numbers;
        this.strings = strings;
    }

    @Override
    public void update(GroupedRows rows) {
        Column values = rows.chunk().column(column);
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            boolean first = counts.get(group) == 0;
            count(group, rows.weights()[i]);
            if (type.isNumber()) {
                improveNumber(group, type.number(values, rows.rows()[i]), first);
            } else {
                improveString(group, values, rows.rows()[i], first);
            }
        }
    }

    private void count(int group, long weight) {
        if (weight < 0) {
            throw LeatException.internal("a row was taken back from an input that only grows", null);
        }
        counts.add(group, weight);
    }

    private void improveNumber(int group, long number, boolean first) {
        if (first || improves(Long.compare(number, numbers.get(group)))) {
            numbers.set(group, number);
        }
    }

    private void improveString(int group, Column values, int row, boolean first) {
        if (first || improves(type.compare(values, row, strings.get(group)))) {
            strings.set(group, type.bytes(values, row));
        }
    }

    private boolean improves(int comparison) {
        return least ? comparison < 0 : comparison > 0;
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        if (counts.get(group) == 0) {
            into.appendNull();
        } else if (type.isNumber()) {
            type.append(numbers.get(group), into);
        } else {
            type.append(strings.get(group), into);
        }
    }

    @Override
    public void clear(int group) {
        counts.set(group, 0);
        numbers.set(group, 0);
        if (!type.isNumber()) {
            strings.set(group, null);
        }
    }

    @Override
    public void trim(int groupLimit) {
        counts.trim(groupLimit);
        numbers.trim(groupLimit);
        strings.trim(groupLimit);
    }
}
