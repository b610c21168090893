package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.type.DataType;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.KeyTable;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums up the rows of each tick by group and forgets them: one row a group, for an aggregate further up to merge. A group
 * whose rows cancel each other out gives none.
 */
public final class PartialAggregateOperator implements Operator {
    private final PartialAggregate plan;
    private final int chunkRows;
    private final RowCodec inputKeys;
    private final RowCodec outputKeys;
    private final GroupedRows rows = new GroupedRows();
    private int[] groupOfRow = new int[0];

    /** The operator of a plan. */
    public PartialAggregateOperator(PartialAggregate plan, OperatorContext context) {
        this.plan = plan;
        this.chunkRows = context.chunkRows();
        List<DataType> types = plan.input().schema().types();
        this.inputKeys = RowCodec.of(types, plan.keys());
        this.outputKeys =
                RowCodec.all(plan.schema().types().subList(0, plan.keys().size()));
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
        private final KeyTable groups = new KeyTable();
        private final LongValues rowCounts = new LongValues();
        private final List<PartialValues> values = new ArrayList<>();
        private final List<RowChoice> choices = new ArrayList<>();
        private final List<Chunk> output = new ArrayList<>();
        private final ChunkBuilder builder = new ChunkBuilder(plan.schema().types(), 64);

        Sums() {
            plan.calls().forEach(call -> {
                values.add(PartialValues.of(call));
                choices.add(new RowChoice(call, null));
            });
        }

        ZSet of(ZSet change) {
            change.chunks().forEach(this::absorb);
            for (int group = 0; group < groups.limit(); group++) {
                if (isSomething(group)) {
                    append(group);
                }
            }
            output.add(builder.build());
            return ZSet.of(output);
        }

        private void absorb(Chunk chunk) {
            if (groupOfRow.length < chunk.size()) {
                groupOfRow = new int[chunk.size()];
            }
            groups.addAll(inputKeys, chunk, groupOfRow);
            rows.beginAll(chunk, groupOfRow, groups.limit());
            long[] counts = rowCounts.array(groups.limit());
            for (int i = 0; i < rows.count(); i++) {
                counts[rows.groups()[i]] += rows.weights()[i];
            }
            for (int i = 0; i < values.size(); i++) {
                values.get(i).update(choices.get(i).of(rows));
            }
        }

        private boolean isSomething(int group) {
            return rowCounts.get(group) != 0 || values.stream().anyMatch(value -> value.isSomething(group));
        }

        private void append(int group) {
            groups.decode(group, outputKeys, builder, 0);
            builder.column(plan.keys().size()).appendLong(rowCounts.get(group));
            for (int i = 0; i < values.size(); i++) {
                values.get(i).append(group, builder.column(plan.keys().size() + 1 + i));
            }
            builder.endRow(1);
            if (builder.size() == chunkRows) {
                output.add(builder.build());
            }
        }
    }
}
