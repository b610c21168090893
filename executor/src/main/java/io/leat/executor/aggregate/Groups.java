package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Closing;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowTable;
import io.leat.executor.state.TimeBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The groups of a grouping by number: their keys, how many rows each has, and when they close. */
final class Groups {
    private static final int WHOLE = 0;

    private final List<Integer> keyColumns;
    private final Optional<Closing> closing;
    private final RowTable keys;
    private final LongValues rowCounts;
    private final TimeBuckets buckets;

    Groups(Aggregate plan, OperatorContext context) {
        this.keyColumns = plan.keys();
        this.closing = plan.closing();
        this.keys = context.open(
                "groups", RowTable.kind(plan.input().schema().select(keyColumns).types()));
        this.rowCounts = context.open("rows", LongValues.kind());
        this.buckets = context.open("closing", TimeBuckets.kind());
    }

    /** How many rows each group has, by its number. */
    LongValues rowCounts() {
        return rowCounts;
    }

    /** Whether there is one group only, which is there without any row. */
    boolean isWhole() {
        return keyColumns.isEmpty();
    }

    /** Makes the only group; returns whether it was there already. */
    boolean openWhole() {
        boolean there = keys.size() > 0;
        keys.addAll(List.of(), 1, new int[1]);
        return there;
    }

    /** The number of the only group. */
    int whole() {
        return WHOLE;
    }

    /** The group of each row of a chunk. */
    void number(Chunk chunk, int[] into) {
        List<Column> columns = new ArrayList<>(keyColumns.size());
        for (int column : keyColumns) {
            columns.add(chunk.column(column));
        }
        keys.addAll(columns, chunk.size(), into);
    }

    /** Whether a group has rows. Before the first change of a tick: whether it had been there. */
    boolean hasRows(int group) {
        return isWhole() || rowCounts.get(group) > 0;
    }

    /** A new group, found first in a row of a chunk: notes when it closes. */
    void opened(int group, Chunk chunk, int row) {
        closing.ifPresent(rule ->
                buckets.add(group, TimeBuckets.timeIn(chunk.column(keyColumns.get(rule.column())), row)));
    }

    /** Counts the rows of groups. */
    void count(GroupedRows rows) {
        new CountAccumulator(rowCounts).update(rows);
    }

    /** Whether a group has rows after all changes of a tick. */
    boolean isPresent(int group) {
        if (rowCounts.get(group) < 0) {
            throw LeatException.internal("more rows were taken back from a group than it had", null);
        }
        return hasRows(group);
    }

    /** The keys of some groups, in the order given. */
    List<Column> gather(int[] groups, int count) {
        return keys.gather(groups, count);
    }

    /** Forgets a group that has no rows left. */
    void remove(int group) {
        if (closing.isPresent()) {
            buckets.remove(group);
        }
        rowCounts.set(group, 0);
        keys.remove(group);
    }

    /** Forgets groups that are closed at a watermark, at most so many, and lets others forget each of them before. */
    void close(long watermark, int most, IntConsumer closed) {
        closing.ifPresent(rule -> buckets.closeTogether(rule, watermark, most, (groups, count) -> {
            for (int i = 0; i < count; i++) {
                closed.accept(groups[i]);
                rowCounts.set(groups[i], 0);
            }
            keys.removeAll(groups, count);
        }));
    }

    /** One more than the greatest number of a group. */
    int limit() {
        return keys.limit();
    }

    /** Gives back memory that is no longer used. */
    void trim() {
        keys.trim();
        rowCounts.trim(keys.limit());
        buckets.trim(keys.limit());
    }
}
