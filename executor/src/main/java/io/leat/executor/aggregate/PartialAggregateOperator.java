package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.PartialAggregate;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums up the rows of each tick by group and forgets them: one row a group, for an aggregate further up to merge. A group
 * whose rows cancel each other out gives none.
 */
public final class PartialAggregateOperator implements Operator {
    private final PartialAggregate plan;
    private final int chunkRows;
    private final GroupedRows rows = new GroupedRows();
    private int[] groupOfRow = new int[0];

    /** The operator of a plan. */
    public PartialAggregateOperator(PartialAggregate plan, OperatorContext context) {
        this.plan = plan;
        this.chunkRows = context.chunkRows();
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        ZSet change = inputs.get(0);
        try {
            return change.isEmpty() ? ZSet.EMPTY : new Sums().of(change);
        } catch (ArithmeticException overflow) {
            return oneByOne(change);
        }
    }

    /** A partial row for each row, where a sum of several does not fit: the merging aggregate has room for it. */
    private ZSet oneByOne(ZSet change) {
        List<Chunk> output = new ArrayList<>();
        for (Chunk chunk : change.chunks()) {
            Chunk once = new Chunk(chunk.size(), chunk.columns(), null);
            for (int row = 0; row < chunk.size(); row++) {
                long weight = chunk.weight(row);
                ZSet partial = new Sums().of(ZSet.of(once.gather(new int[] {row}, 1)));
                partial.chunks().forEach(sums -> output.add(new Chunk(1, sums.columns(), new long[] {weight})));
            }
        }
        return ZSet.of(output);
    }

    /** What one tick's rows add up to. */
    private final class Sums {
        private final RowTable groups = RowTable.kind(
                        plan.input().schema().select(plan.keys()).types())
                .create()
                .get();
        private final LongValues rowCounts = new LongValues();
        private final List<PartialValues> values = new ArrayList<>();
        private final List<RowChoice> choices = new ArrayList<>();
        private final List<Chunk> output = new ArrayList<>();

        Sums() {
            plan.calls().forEach(call -> {
                values.add(PartialValues.of(call));
                RowChoice filtered = new RowChoice.Filtered(call.filterColumn());
                choices.add(new RowChoice.WithoutNulls(filtered, call.arguments()));
            });
        }

        ZSet of(ZSet change) {
            change.chunks().forEach(this::absorb);
            int[] given = new int[groups.limit()];
            int count = 0;
            for (int group = 0; group < groups.limit(); group++) {
                if (isSomething(group)) {
                    given[count++] = group;
                }
            }
            for (int from = 0; from < count; from += chunkRows) {
                output.add(chunk(Arrays.copyOfRange(given, from, Math.min(count, from + chunkRows))));
            }
            return ZSet.of(output);
        }

        private void absorb(Chunk chunk) {
            if (groupOfRow.length < chunk.size()) {
                groupOfRow = new int[chunk.size()];
            }
            number(chunk);
            rows.beginAll(chunk, groupOfRow, groups.limit());
            long[] counts = rowCounts.array(groups.limit());
            addTo(counts, rows);
            choices.forEach(RowChoice::begin);
            for (int i = 0; i < values.size(); i++) {
                values.get(i).update(choices.get(i).of(rows));
            }
        }

        private static void addTo(long[] counts, GroupedRows rows) {
            int[] groups = rows.groups();
            long[] weights = rows.weights();
            for (int i = 0; i < rows.count(); i++) {
                counts[groups[i]] += weights[i];
            }
        }

        private void number(Chunk chunk) {
            List<Column> columns = new ArrayList<>(plan.keys().size());
            for (int key : plan.keys()) {
                columns.add(chunk.column(key));
            }
            groups.addAll(columns, chunk.size(), groupOfRow);
        }

        private boolean isSomething(int group) {
            if (rowCounts.get(group) != 0) {
                return true;
            }
            for (PartialValues value : values) {
                if (value.isSomething(group)) {
                    return true;
                }
            }
            return false;
        }

        private Chunk chunk(int[] given) {
            List<Column> columns = new ArrayList<>(groups.gather(given, given.length));
            long[] counts = new long[given.length];
            for (int i = 0; i < given.length; i++) {
                counts[i] = rowCounts.get(given[i]);
            }
            columns.add(new LongColumn(counts, null, given.length));
            for (int i = 0; i < values.size(); i++) {
                ColumnBuilder builder = ColumnBuilder.of(plan.calls().get(i).type(), given.length);
                for (int group : given) {
                    values.get(i).append(group, builder);
                }
                columns.add(builder.build());
            }
            return new Chunk(given.length, columns, null);
        }
    }
}
