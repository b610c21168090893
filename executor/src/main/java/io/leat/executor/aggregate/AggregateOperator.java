package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps one row a group. In each tick it takes all rows in, then takes back the old row and gives the new one of each
 * group whose row has really changed. Closed groups are forgotten afterwards, and nothing is emitted for that.
 */
public final class AggregateOperator implements Operator {
    private static final ExpressionErrors IGNORED = error -> {};

    private final Groups groups;
    private final Accumulators accumulators;
    private final OperatorContext context;
    private final int rowsColumn;

    // Of use within one tick only.
    private final GroupedRows rows = new GroupedRows();
    private final GroupedRows represented = new GroupedRows();
    private int[] groupOfRow = new int[0];
    private boolean[] isTouched = new boolean[0];
    private int[] touched = new int[0];
    private boolean[] present = new boolean[0];
    private int touchedCount;
    private ChunkBuilder results;

    /**
     * The operator of a plan.
     *
     * @throws io.leat.core.error.LeatException if it has an aggregate of a type without one
     */
    public AggregateOperator(Aggregate plan, OperatorContext context) {
        this.groups = new Groups(plan, context);
        this.accumulators = new Accumulators(plan, context);
        this.rowsColumn = plan.rowsColumn();
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        begin();
        for (Chunk chunk : inputs.get(0).chunks()) {
            absorb(chunk);
        }
        ZSet changes = touchedCount == 0 ? ZSet.EMPTY : changes();
        removeEmpty();
        groups.close(tick.watermark(), accumulators::clear);
        groups.trim();
        accumulators.trim(groups.limit());
        return changes;
    }

    private void begin() {
        touchedCount = 0;
        results = accumulators.newBuilder(0);
        if (groups.isWhole() && !groups.openWhole()) {
            touch(groups.whole(), false);
        }
    }

    private void absorb(Chunk chunk) {
        if (groupOfRow.length < chunk.size()) {
            groupOfRow = new int[chunk.size()];
        }
        groups.number(chunk, groupOfRow);
        for (int row = 0; row < chunk.size(); row++) {
            int group = groupOfRow[row];
            if (group >= isTouched.length || !isTouched[group]) {
                touch(group, chunk, row);
            }
        }
        rows.beginAll(chunk, groupOfRow, groups.limit());
        groups.count(rowsColumn == Aggregate.WHOLE_ROWS ? rows : represented.weigh(rows, rowsColumn));
        accumulators.update(rows);
    }

    private void touch(int group, Chunk chunk, int row) {
        boolean there = groups.hasRows(group);
        if (!there) {
            groups.opened(group, chunk, row);
        }
        touch(group, there);
    }

    /** Remembers the old row of a group that is about to change. */
    private void touch(int group, boolean there) {
        makeRoom(group);
        isTouched[group] = true;
        touched[touchedCount] = group;
        present[touchedCount++] = addOld(group, there);
    }

    private boolean addOld(int group, boolean there) {
        if (there) {
            return accumulators.addResults(group, results, IGNORED);
        }
        accumulators.addNothing(results);
        return false;
    }

    private void makeRoom(int group) {
        if (group >= isTouched.length) {
            isTouched = Arrays.copyOf(isTouched, groups.limit() + groups.limit() / 2 + 1);
        }
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, Math.max(16, touchedCount * 2));
            present = Arrays.copyOf(present, touched.length);
        }
    }

    private ZSet changes() {
        ChunkBuilder keys = groups.newBuilder(touchedCount);
        boolean[] presentRows = Arrays.copyOf(present, touchedCount * 2);
        for (int i = 0; i < touchedCount; i++) {
            groups.addKey(touched[i], keys);
            presentRows[touchedCount + i] = addNew(touched[i]);
        }
        return new TickResults(results.build(), presentRows).changes(keys, context.chunkRows());
    }

    private boolean addNew(int group) {
        if (groups.isPresent(group)) {
            return accumulators.addResults(group, results, context.errors());
        }
        accumulators.addNothing(results);
        return false;
    }

    private void removeEmpty() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
            if (!groups.hasRows(touched[i])) {
                accumulators.clear(touched[i]);
                groups.remove(touched[i]);
            }
        }
        if (isTouched.length > 2 * groups.limit()) {
            isTouched = new boolean[0];
        }
    }
}
