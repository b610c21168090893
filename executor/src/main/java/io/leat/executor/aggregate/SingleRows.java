package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.PartialAggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows as partial rows that stand for one row each: what a partial aggregate gives without adding anything up. */
final class SingleRows {
    private final PartialAggregate plan;
    private long[] ones = new long[0];

    SingleRows(PartialAggregate plan) {
        this.plan = plan;
    }

    /** A chunk's rows with the columns of the plan's output. */
    Chunk of(Chunk chunk) {
        int size = chunk.size();
        if (ones.length < size) {
            ones = new long[size];
            Arrays.fill(ones, 1);
        }
        List<Column> columns = new ArrayList<>();
        plan.keys().forEach(key -> columns.add(chunk.column(key)));
        columns.add(new LongColumn(ones, null, size));
        for (AggregateCall call : plan.calls()) {
            columns.add(column(call, chunk));
        }
        return chunk.withColumns(columns);
    }

    private Column column(AggregateCall call, Chunk chunk) {
        long[] counting = counting(call, chunk);
        int size = chunk.size();
        if (call.function() == AggregateFunction.COUNT) {
            return new LongColumn(ifCounting(ones, counting, size), null, size);
        }
        LongColumn argument = (LongColumn) chunk.column(call.arguments().get(0));
        return call.function() == AggregateFunction.SUM_OR_ZERO
                ? new LongColumn(ifCounting(argument.values(), counting, size), null, size)
                : new LongColumn(argument.values(), counting, size);
    }

    /** A bit for each row that counts; null if all do. */
    private static long[] counting(AggregateCall call, Chunk chunk) {
        long[] counting = null;
        for (int argument : call.arguments()) {
            counting = Validity.and(counting, chunk.column(argument).validity());
        }
        if (call.filterColumn() == AggregateCall.NO_FILTER) {
            return counting;
        }
        LongColumn filter = (LongColumn) chunk.column(call.filterColumn());
        long[] passing = new long[Validity.words(chunk.size())];
        for (int row = 0; row < chunk.size(); row++) {
            if (!filter.isNull(row) && filter.values()[row] != 0) {
                Validity.set(passing, row);
            }
        }
        return Validity.and(counting, passing);
    }

    private static long[] ifCounting(long[] values, long[] counting, int size) {
        if (counting == null) {
            return values;
        }
        long[] counted = new long[size];
        for (int row = 0; row < size; row++) {
            counted[row] = Validity.isValid(counting, row) ? values[row] : 0;
        }
        return counted;
    }
}
