package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.error.LeatException;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.executor.state.LongValues;

/** One partial aggregate of a tick: a number a group. */
abstract class PartialValues {
    final LongValues numbers = new LongValues();
    /** How many values a group has had, taken back or not; whether that is 0 is all that matters. */
    final LongValues seen = new LongValues();

    static PartialValues of(AggregateCall call) {
        return switch (call.function()) {
            case COUNT -> new Count();
            case SUM_OR_ZERO -> new Sum(call.arguments().get(0));
            case MIN, MAX -> new Extreme(call.arguments().get(0), call.function() == AggregateFunction.MIN);
            default -> throw LeatException.internal("no partial form of " + call.function(), null);
        };
    }

    /** Takes rows in, those that count. */
    abstract void update(GroupedRows rows);

    /** Whether a group's number says anything. */
    boolean isSomething(int group) {
        return numbers.get(group) != 0;
    }

    /** Appends a group's number. */
    void append(int group, ColumnBuilder into) {
        into.appendLong(numbers.get(group));
    }

    private static final class Count extends PartialValues {

        @Override
        void update(GroupedRows rows) {
            long[] sums = numbers.array(rows.groupLimit());
            int[] groups = rows.groups();
            long[] weights = rows.weights();
            int count = rows.count();
            for (int i = 0; i < count; i++) {
                sums[groups[i]] += weights[i];
            }
        }
    }

    private static final class Sum extends PartialValues {
        private final int column;

        Sum(int column) {
            this.column = column;
        }

        @Override
        void update(GroupedRows rows) {
            long[] values = ((LongColumn) rows.chunk().column(column)).values();
            long[] sums = numbers.array(rows.groupLimit());
            for (int i = 0; i < rows.count(); i++) {
                int group = rows.groups()[i];
                sums[group] = Math.addExact(sums[group], Math.multiplyExact(values[rows.rows()[i]], rows.weights()[i]));
            }
        }
    }

    private static final class Extreme extends PartialValues {
        private final int column;
        private final boolean least;

        Extreme(int column, boolean least) {
            this.column = column;
            this.least = least;
        }

        @Override
        void update(GroupedRows rows) {
            long[] values = ((LongColumn) rows.chunk().column(column)).values();
            long[] best = numbers.array(rows.groupLimit());
            long[] known = seen.array(rows.groupLimit());
            for (int i = 0; i < rows.count(); i++) {
                int group = rows.groups()[i];
                long value = values[rows.rows()[i]];
                boolean better = least ? value < best[group] : value > best[group];
                best[group] = known[group]++ == 0 || better ? value : best[group];
            }
        }

        @Override
        boolean isSomething(int group) {
            return seen.get(group) != 0;
        }

        @Override
        void append(int group, ColumnBuilder into) {
            if (seen.get(group) == 0) {
                into.appendNull();
            } else {
                into.appendLong(numbers.get(group));
            }
        }
    }
}
