package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Over;
import io.leat.executor.operator.FailedRow;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.OrderedRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes functions over neighbouring rows. In each tick it takes all rows in; then it computes the rows that the changes
 * reach, in the old order and in the new one, and gives the difference.
 */
public final class OverOperator implements Operator {
    private final Partitions partitions;
    private final OrderedRows rows;
    private final OverFunctions functions;
    private final Reach affected;
    private final Reach seen;
    private final OperatorContext context;

    /**
     * The operator of a plan.
     *
     * @throws io.leat.core.error.LeatException if it has an aggregate of a type without one
     */
    public OverOperator(Over plan, OperatorContext context) {
        this.context = context;
        this.partitions = new Partitions(plan.input(), plan.partition(), plan.order(), plan.closing(), context);
        this.rows = partitions.rows();
        this.functions = new OverFunctions(plan, partitions.arrangement(), context);
        this.affected = Reach.ofChange(plan.calls());
        this.seen = Reach.ofComputation(plan.calls());
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        for (Chunk chunk : inputs.get(0).chunks()) {
            partitions.absorb(chunk);
        }
        RowOutput output = new RowOutput(partitions, functions.types(), context.chunkRows());
        for (int i = 0; i < partitions.touchedCount(); i++) {
            compute(partitions.touched(i), output);
        }
        partitions.end(tick.watermark(), functions::clear);
        functions.trim(partitions.limit());
        return output.take();
    }

    private void compute(int partition, RowOutput output) {
        int begin = OrderedRows.NONE;
        int end = OrderedRows.NONE;
        for (int row : changed(partition)) {
            int first = affected.first(rows, partition, row);
            if (end != OrderedRows.NONE && rows.compare(first, end) > 0) {
                compute(partition, begin, end, output);
                begin = OrderedRows.NONE;
                end = OrderedRows.NONE;
            }
            begin = begin == OrderedRows.NONE ? first : begin;
            if (end == OrderedRows.NONE || rows.compare(row, end) >= 0 || !affected.allForward()) {
                int last = affected.last(rows, row);
                end = end == OrderedRows.NONE || rows.compare(last, end) > 0 ? last : end;
            }
        }
        compute(partition, begin, end, output);
    }

    /** The rows of a partition that have changed, in their order. */
    private List<Integer> changed(int partition) {
        List<Integer> changed = new ArrayList<>();
        partitions.changes(partition, changed::add);
        changed.sort(rows::compare);
        return changed;
    }

    /** Computes rows next to each other. */
    private void compute(int partition, int begin, int end, RowOutput output) {
        int from = seen.first(rows, partition, begin);
        Context neighbours = new Context(partitions, partition, from, begin, end, seen.last(rows, end));
        long position = affected.allForward() ? rows.position(partition, from) : 0;
        Sequence before = new Sequence(neighbours, true, position);
        Sequence now = new Sequence(neighbours, false, position);
        Results old =
                Results.of(before, functions.over(partition, before, true), functions.types(), failures(before, -1));
        functions.withdraw(partition, before);
        Results latest = Results.of(now, functions.over(partition, now, false), functions.types(), failures(now, 1));
        latest.minus(old, output);
    }

    private Results.Failures failures(Sequence sequence, long weight) {
        return (error, function, row) -> {
            Chunk rows = partitions.arrangement().restored(sequence.context().chunk());
            context.errors().failed(error, new FailedRow(function, rows, sequence.picks()[row], weight));
        };
    }
}
