package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.type.DataType;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.OrderedRows;
import java.util.List;

/**
 * Gives the first rows of each partition, whatever changes in it. Keeps all rows of the input, or only those that can come
 * out if none is ever taken back.
 */
public final class RankOperator implements Operator {
    private final Rank plan;
    private final Partitions partitions;
    private final OrderedRows rows;
    private final OperatorContext context;
    private final boolean evicts;
    private int earliest;

    /** The operator of a plan. */
    public RankOperator(Rank plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        this.partitions = new Partitions(plan.input(), plan.partition(), plan.order(), plan.closing(), context);
        this.rows = partitions.rows();
        this.evicts = plan.inputChanges() == ChangeMode.APPEND_ONLY && plan.last() < Long.MAX_VALUE;
    }

    /** The operator that does best for a plan: where nothing is taken back and few rows are wanted, one for that. */
    public static Operator of(Rank plan, OperatorContext context) {
        if (TopRowsOperator.serves(plan)) {
            return new TopRowsOperator(plan, context);
        }
        return plan.isOfLeaders() ? new LeadersOperator(plan, context) : new RankOperator(plan, context);
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        for (Chunk chunk : inputs.get(0).chunks()) {
            partitions.absorb(chunk);
        }
        List<DataType> number = plan.numbered() ? List.of(DataType.BIGINT) : List.of();
        RowOutput output = new RowOutput(partitions, number, context.chunkRows());
        for (int i = 0; i < partitions.touchedCount(); i++) {
            walk(partitions.touched(i), output);
        }
        partitions.end(tick.watermark(), partition -> {});
        return output.take();
    }

    /** Walks the old and the new order of a partition from where they begin to differ to where both are past the last. */
    private void walk(int partition, RowOutput output) {
        int row = start(partition);
        long base = plan.function() == RankFunction.ROW_NUMBER && row != OrderedRows.NONE
                ? rows.position(partition, row)
                : 0;
        RankCounter before = new RankCounter(plan.function(), base);
        RankCounter now = new RankCounter(plan.function(), base);
        int previous = OrderedRows.NONE;
        while (row != OrderedRows.NONE) {
            boolean peer = previous != OrderedRows.NONE && rows.arePeers(previous, row);
            before.next(Math.max(0, rows.before(row)), peer);
            now.next(Math.max(0, rows.weight(row)), peer);
            if (before.least() > plan.last() && now.least() > plan.last()) {
                break;
            }
            emit(partition, row, before, now, output);
            previous = row;
            row = rows.next(row);
        }
        if (evicts) {
            evict(partition, row);
        }
    }

    /** Ranks other than row numbers depend on all rows before. */
    private int start(int partition) {
        if (plan.function() != RankFunction.ROW_NUMBER) {
            return rows.first(partition);
        }
        earliest = OrderedRows.NONE;
        partitions.changes(partition, row -> {
            boolean first = earliest == OrderedRows.NONE || rows.compare(row, earliest) < 0;
            earliest = first ? row : earliest;
        });
        return earliest;
    }

    private void emit(int partition, int row, RankCounter before, RankCounter now, RowOutput output) {
        if (!plan.numbered()) {
            long change = now.within(plan.first(), plan.last()) - before.within(plan.first(), plan.last());
            if (change != 0) {
                output.add(partition, row, change);
            }
        } else if (plan.function() == RankFunction.ROW_NUMBER) {
            emitNumbers(partition, row, before, now, output);
        } else {
            emitRank(partition, row, before, now, output);
        }
    }

    /** A row that is there several times has as many numbers. */
    private void emitNumbers(int partition, int row, RankCounter before, RankCounter now, RowOutput output) {
        for (long n = before.from(plan.first()); n <= before.to(plan.last()); n++) {
            if (!now.has(n)) {
                output.add(partition, row, n, -1);
            }
        }
        for (long n = now.from(plan.first()); n <= now.to(plan.last()); n++) {
            if (!before.has(n)) {
                output.add(partition, row, n, 1);
            }
        }
    }

    private void emitRank(int partition, int row, RankCounter before, RankCounter now, RowOutput output) {
        long old = before.within(plan.first(), plan.last());
        long latest = now.within(plan.first(), plan.last());
        if (old > 0 && latest > 0 && before.least() == now.least()) {
            if (latest != old) {
                output.add(partition, row, now.least(), latest - old);
            }
            return;
        }
        if (old > 0) {
            output.add(partition, row, before.least(), -old);
        }
        if (latest > 0) {
            output.add(partition, row, now.least(), latest);
        }
    }

    /** Lets go of rows from one on, none of which can ever come out: nothing before them will go. */
    private void evict(int partition, int from) {
        int row = from;
        while (row != OrderedRows.NONE) {
            int after = rows.next(row);
            if (rows.before(row) == rows.weight(row)) {
                rows.remove(partition, row);
            } else {
                rows.drop(partition, row);
            }
            row = after;
        }
    }
}
