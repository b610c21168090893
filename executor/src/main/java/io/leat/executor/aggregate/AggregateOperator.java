package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Aggregate;
import io.leat.executor.operator.FailedRow;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps one row a group. In each tick it takes all rows in, then takes back the old row and gives the new one of each
 * group whose row has really changed. Closed groups are forgotten afterwards, many of them with the next tick, and nothing
 * is emitted for that.
 */
public final class AggregateOperator implements Operator {
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
    private int[] oldRows = new int[0];
    private int[] present = new int[0];
    private int touchedCount;
    private boolean retracts;
    private ResultRows results;
    private final ResultRows.Failures failures = (error, call, group) -> failed(error, call, group, 1);
    private final ResultRows.Failures pastFailures = (error, call, group) -> failed(error, call, group, -1);

    /**
     * The operator of a plan.
     *
     * @throws io.leat.core.error.LeatException if it has an aggregate of a type without one
     */
    public AggregateOperator(Aggregate plan, OperatorContext context) {
        this.groups = new Groups(plan, context);
        this.accumulators = new Accumulators(plan, context, groups.rowCounts());
        this.rowsColumn = plan.rowsColumn();
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        groups.close(tick.watermarkBefore(), Integer.MAX_VALUE, accumulators::clear);
        begin();
        for (Chunk chunk : inputs.get(0).chunks()) {
            absorb(chunk);
        }
        ZSet changes = touchedCount == 0 ? ZSet.EMPTY : changes();
        removeEmpty();
        groups.close(tick.watermark(), tick.freesAtOnce(), accumulators::clear);
        groups.trim();
        accumulators.trim(groups.limit());
        return changes;
    }

    private void begin() {
        touchedCount = 0;
        retracts = false;
        results = accumulators.newRows();
        if (groups.isWhole()) {
            boolean there = groups.openWhole();
            makeRoom(1);
            if (!there) {
                touch(groups.whole());
                oldRows[0] = TickResults.NONE;
            }
        }
    }

    private void absorb(Chunk chunk) {
        if (groupOfRow.length < chunk.size()) {
            groupOfRow = new int[chunk.size()];
        }
        groups.number(chunk, groupOfRow);
        makeRoom(chunk.size());
        int first = touchedCount;
        int there = 0;
        for (int row = 0; row < chunk.size(); row++) {
            int group = groupOfRow[row];
            if (!isTouched[group]) {
                there = touch(group, chunk, row, there);
            }
        }
        keepOld(first, there);
        rows.beginAll(chunk, groupOfRow, groups.limit());
        GroupedRows counted = rowsColumn == Aggregate.WHOLE_ROWS ? rows : represented.weigh(rows, rowsColumn);
        retracts |= !counted.isUnit();
        groups.count(counted);
        accumulators.update(rows);
    }

    private void touch(int group) {
        isTouched[group] = true;
        touched[touchedCount++] = group;
    }

    /** Notes that a group is about to change; if it is there, it is one more of those present. */
    private int touch(int group, Chunk chunk, int row, int there) {
        boolean isThere = groups.hasRows(group);
        oldRows[touchedCount] = isThere ? there : TickResults.NONE;
        touch(group);
        if (isThere) {
            present[there] = group;
            return there + 1;
        }
        groups.opened(group, chunk, row);
        return there;
    }

    /** Remembers the old rows of the present groups among those touched from the given place on. */
    private void keepOld(int first, int there) {
        int row = results.add(present, there, pastFailures);
        for (int i = first; i < touchedCount && there > 0; i++) {
            if (oldRows[i] != TickResults.NONE) {
                oldRows[i] = rowIfComputed(row + oldRows[i]);
            }
        }
    }

    private void failed(LeatException error, int call, int group, long weight) {
        Chunk keys = new Chunk(1, groups.gather(new int[] {group}, 1), null);
        context.errors().failed(error, new FailedRow(call, keys, 0, weight));
    }

    private int rowIfComputed(int row) {
        return results.isComputed(row) ? row : TickResults.NONE;
    }

    /** Makes room for so many more groups to be touched, and for all groups that there are. */
    private void makeRoom(int more) {
        if (isTouched.length < groups.limit()) {
            isTouched = Arrays.copyOf(isTouched, groups.limit() + groups.limit() / 2 + 1);
        }
        int needed = touchedCount + more;
        if (touched.length < needed) {
            touched = Arrays.copyOf(touched, Math.max(needed, touched.length * 2));
            oldRows = Arrays.copyOf(oldRows, touched.length);
            present = new int[touched.length];
        }
    }

    private ZSet changes() {
        int[] newRows = new int[touchedCount];
        int there = 0;
        for (int i = 0; i < touchedCount; i++) {
            newRows[i] = TickResults.NONE;
            if (groups.isPresent(touched[i])) {
                newRows[i] = there;
                present[there++] = touched[i];
            }
        }
        int first = results.add(present, there, failures);
        for (int i = 0; i < touchedCount; i++) {
            newRows[i] = newRows[i] == TickResults.NONE ? TickResults.NONE : rowIfComputed(first + newRows[i]);
        }
        return new TickResults(results.take(), touched, oldRows, newRows, touchedCount)
                .changes(groups, context.chunkRows());
    }

    private void removeEmpty() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
            if (retracts && !groups.hasRows(touched[i])) {
                accumulators.clear(touched[i]);
                groups.remove(touched[i]);
            }
        }
        if (isTouched.length > 2 * groups.limit()) {
            isTouched = new boolean[0];
        }
    }
}
