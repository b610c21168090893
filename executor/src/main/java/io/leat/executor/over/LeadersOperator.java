package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Rank;
import io.leat.core.type.DataType;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowMultimap;
import io.leat.executor.state.RowTable;
import io.leat.executor.state.TimeBuckets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of rank 1 by one number, of rows that are also taken back: all rows of a partition that have its best value.
 *
 * <p>Rows are kept without order. A change that brings a better value, or leaves one of the best, is settled without
 * looking at the others; only when all of the best are gone is the partition searched for the next best. That never
 * happens if rows {@linkplain Rank#leadersOnlyImprove only make way for better ones}: then only the best are kept.
 */
final class LeadersOperator implements Operator {
    private final Rank plan;
    private final OperatorContext context;
    private final RowTable partitions;
    private final LongValues best;
    private final LongValues bestRows;
    private final TimeBuckets buckets;
    private final RowMultimap rows;
    private final RowMultimap leaders;
    private final boolean onlyImproves;

    LeadersOperator(Rank plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        List<DataType> types = plan.input().schema().types();
        this.partitions = context.open(
                "partitions",
                RowTable.kind(plan.partition().stream().map(types::get).toList()));
        this.best = context.open("best", LongValues.kind());
        this.bestRows = context.open("best rows", LongValues.kind());
        this.buckets = context.open("closing", TimeBuckets.kind());
        this.rows = context.open("rows", RowMultimap.kind(types, plan.partition(), plan.closing()));
        this.leaders = context.open("leaders", RowMultimap.kind(types, plan.partition(), plan.closing()));
        this.onlyImproves = plan.leadersOnlyImprove();
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        free(tick.watermarkBefore(), Integer.MAX_VALUE);
        List<Chunk> output = new ArrayList<>();
        if (!inputs.get(0).isEmpty()) {
            new LeaderChange(this, inputs.get(0).chunks(), output).apply();
            output.forEach(leaders::add);
        }
        free(tick.watermark(), tick.freesAtOnce());
        return ZSet.of(output);
    }

    private void free(long watermark, int most) {
        rows.free(watermark, most);
        leaders.free(watermark, most);
        plan.closing().ifPresent(rule -> buckets.closeTogether(rule, watermark, most, this::forgetAll));
        partitions.trim();
        best.trim(partitions.limit());
        bestRows.trim(partitions.limit());
        buckets.trim(partitions.limit());
    }

    private void forgetAll(int[] closed, int count) {
        for (int i = 0; i < count; i++) {
            forget(closed[i]);
        }
    }

    private void forget(int partition) {
        best.set(partition, 0);
        bestRows.set(partition, 0);
        partitions.remove(partition);
    }

    /** The partition of each row of a chunk. */
    void number(Chunk chunk, int[] into) {
        List<Column> keys = new ArrayList<>();
        plan.partition().forEach(column -> keys.add(chunk.column(column)));
        partitions.addAll(keys, chunk.size(), into);
        for (int i = 0; plan.closing().isPresent() && i < partitions.freshCount(); i++) {
            int row = partitions.freshRow(i);
            Column times = chunk.column(plan.closing().get().column());
            buckets.add(into[row], TimeBuckets.timeIn(times, row));
        }
    }

    /** One more than the greatest number of a partition. */
    int limit() {
        return partitions.limit();
    }

    /** The column to order by. */
    int valueColumn() {
        return plan.order().get(0).column();
    }

    /** Whether greater values are better. */
    boolean greatestFirst() {
        return plan.order().get(0).descending();
    }

    int chunkRows() {
        return context.chunkRows();
    }

    /** The best value of a partition that has rows. */
    long best(int partition) {
        return best.get(partition);
    }

    /** How many rows have the best value; 0 for a new partition. */
    long bestRows(int partition) {
        return bestRows.get(partition);
    }

    /** Sets what is best from now on; a partition without rows is forgotten. */
    void setBest(int partition, long value, long count) {
        if (count > 0) {
            best.set(partition, value);
            bestRows.set(partition, count);
            return;
        }
        if (plan.closing().isPresent()) {
            buckets.remove(partition);
        }
        forget(partition);
    }

    /** Remembers rows, if that may be needed to find the next best. */
    void remember(Chunk chunk) {
        if (!onlyImproves) {
            rows.add(chunk);
        }
    }

    /** Checks that others than the best are here. */
    void requireOthers() {
        if (onlyImproves) {
            throw LeatException.internal("the best rows went without better ones", null);
        }
    }

    /** All rows, or none if they only make way for better ones. */
    RowMultimap rows() {
        return rows;
    }

    /** The rows that were best after the last tick. */
    RowMultimap leaders() {
        return leaders;
    }

    /** The keys of partitions in one of the multimaps. */
    int[] keysIn(RowMultimap map, int[] numbers, int count) {
        int[] keys = new int[count];
        map.findKeys(partitions.gather(numbers, count), count, keys);
        return keys;
    }
}
