package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.error.LeatException;
import io.leat.executor.state.BytesValues;
import io.leat.executor.state.LongValues;

/**
 * MIN or MAX of values that are never taken back: keeps the best one of each group. A number is kept turned so that the
 * better one is the greater unsigned one, and the worst of all is 0, which groups without a value have.
 */
final class GrowingExtremeAccumulator implements Accumulator {
    private final int column;
    private final OrderedType type;
    private final boolean least;
    private final long turn;
    private final LongValues numbers;
    private final BytesValues strings;

    GrowingExtremeAccumulator(int column, OrderedType type, boolean least, LongValues numbers, BytesValues strings) {
        this.column = column;
        this.type = type;
        this.least = least;
        this.turn = least ? Long.MAX_VALUE : Long.MIN_VALUE;
        this.numbers = numbers;
        this.strings = strings;
    }

    @Override
    public void update(GroupedRows rows) {
        for (int i = 0; !rows.isUnit() && i < rows.count(); i++) {
            if (rows.weights()[i] < 0) {
                throw LeatException.internal("a row was taken back from an input that only grows", null);
            }
        }
        if (type.isNumber()) {
            updateNumbers(rows);
        } else {
            updateStrings(rows);
        }
    }

    private void updateNumbers(GroupedRows rows) {
        Column values = rows.chunk().column(column);
        long[] words = values instanceof LongColumn longs ? longs.values() : ordered(values);
        long[] best = numbers.array(rows.groupLimit());
        int[] groups = rows.groups();
        int[] places = rows.rows();
        int count = rows.count();
        for (int i = 0; i < count; i++) {
            long word = words[places[i]] ^ turn;
            if (Long.compareUnsigned(word, best[groups[i]]) > 0) {
                best[groups[i]] = word;
            }
        }
    }

    private long[] ordered(Column values) {
        long[] words = new long[values.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = type.number(values, i);
        }
        return words;
    }

    private void updateStrings(GroupedRows rows) {
        Column values = rows.chunk().column(column);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            int group = rows.groups()[i];
            if (!strings.has(group) || improves(type.compare(values, row, strings, group))) {
                type.store(values, row, strings, group);
            }
        }
    }

    private boolean improves(int comparison) {
        return least ? comparison < 0 : comparison > 0;
    }

    /** The best of so many values. */
    AggregateResult result(Counts counts) {
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                int group = groups[i];
                if (counts.get(group) == 0) {
                    into.appendNull();
                } else if (type.isNumber()) {
                    type.append(numbers.get(group) ^ turn, into);
                } else {
                    type.append(strings, group, into);
                }
            }
        };
    }

    @Override
    public void clear(int group) {
        numbers.set(group, 0);
        if (!type.isNumber()) {
            strings.clear(group);
        }
    }

    @Override
    public void trim(int groupLimit) {
        numbers.trim(groupLimit);
        strings.trim(groupLimit);
    }
}
