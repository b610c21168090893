package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.type.TypeKind;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.RowTable;
import io.leat.executor.state.TimeBuckets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows on their way to the shards that count their different values: lets those pass that may bring a value into its
 * group, and drops those whose value has lately passed here with all the filters that they pass.
 *
 * <p>What it knows is a cache that may forget anything at any time, for then a row passes once more than it must and is
 * found to bring nothing where values are counted. So it is part of no checkpoint. Where most rows pass all the same, it
 * looks at none for a while.
 */
public final class NewValuesOperator implements Operator {
    private static final int FILTERS_MAX = Integer.SIZE - 1;
    private static final int GROUPS_MAX = 1 << 15;
    private static final int TRIAL_ROWS = 1 << 15;
    private static final int TRIALS_APART = 32;

    private final Aggregate counting;
    private final int column;
    private final List<Integer> filterColumns;
    private final RecentValues recent = new RecentValues();
    private RowTable groups;
    private long firstTime = Long.MAX_VALUE;
    private long triedRows;
    private long passedRows;
    private long rowsToPass;

    // Of use within one chunk only.
    private int[] groupOfRow = new int[0];
    private int[] filtersOfRow = new int[0];
    private int[] passed = new int[0];

    /** The operator before an aggregate for which it {@link #fits}. */
    public NewValuesOperator(Aggregate counting, OperatorContext context) {
        this.counting = counting;
        this.column = counting.calls().get(0).arguments().get(0);
        this.filterColumns =
                counting.calls().stream().map(AggregateCall::filterColumn).toList();
        this.groups = noGroups();
    }

    /** Whether an aggregate counts nothing but different numbers of one column, of rows that are never taken back. */
    public static boolean fits(Aggregate counting) {
        List<Integer> arguments = counting.calls().get(0).arguments();
        return counting.inputChanges() == ChangeMode.APPEND_ONLY
                && counting.calls().size() <= FILTERS_MAX
                && arguments.size() == 1
                && counting.input().schema().type(arguments.get(0)).layout() == TypeKind.Layout.LONG;
    }

    private RowTable noGroups() {
        return RowTable.kind(counting.input().schema().select(counting.keys()).types())
                .create()
                .get();
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        ZSet change = inputs.get(0);
        if (isClosed(tick.watermarkBefore()) || groups.size() > GROUPS_MAX) {
            forget();
        }
        if (rowsToPass > 0) {
            rowsToPass -= change.rows();
            return change;
        }
        List<Chunk> output = new ArrayList<>(change.chunks().size());
        for (Chunk chunk : change.chunks()) {
            output.add(newIn(chunk));
        }
        judge();
        return ZSet.of(output);
    }

    /** Whether a group has been forgotten where values are counted: here it must not be remembered longer. */
    private boolean isClosed(long watermark) {
        return watermark != Long.MIN_VALUE
                && firstTime != Long.MAX_VALUE
                && counting.closing().orElseThrow().isClosed(firstTime, watermark);
    }

    private void forget() {
        groups = noGroups();
        recent.clear();
        firstTime = Long.MAX_VALUE;
    }

    private void judge() {
        if (triedRows < TRIAL_ROWS) {
            return;
        }
        if (passedRows > triedRows / 4 * 3) {
            rowsToPass = triedRows * TRIALS_APART;
        }
        triedRows = 0;
        passedRows = 0;
    }

    private Chunk newIn(Chunk chunk) {
        int size = chunk.size();
        if (passed.length < size) {
            groupOfRow = new int[size];
            filtersOfRow = new int[size];
            passed = new int[size];
        }
        number(chunk);
        filter(chunk);
        long[] values = ((LongColumn) chunk.column(column)).values();
        int count = recent.addAll(values, groupOfRow, filtersOfRow, size, passed);
        triedRows += size;
        passedRows += count;
        return count == size ? chunk : chunk.gather(passed, count);
    }

    private void number(Chunk chunk) {
        List<Column> keys = new ArrayList<>(counting.keys().size());
        for (int key : counting.keys()) {
            keys.add(chunk.column(key));
        }
        groups.addAll(keys, chunk.size(), groupOfRow);
        counting.closing().ifPresent(rule -> noteTimes(chunk, rule));
    }

    private void noteTimes(Chunk chunk, Closing rule) {
        Column times = chunk.column(counting.keys().get(rule.column()));
        for (int i = 0; i < groups.freshCount(); i++) {
            firstTime = Math.min(firstTime, TimeBuckets.timeIn(times, groups.freshRow(i)));
        }
    }

    /** Notes which filters each row passes; none if its value is NULL. */
    private void filter(Chunk chunk) {
        Arrays.fill(filtersOfRow, 0, chunk.size(), 0);
        for (int i = 0; i < filterColumns.size(); i++) {
            if (filterColumns.get(i) == AggregateCall.NO_FILTER) {
                pass(chunk.size(), 1 << i);
            } else {
                pass((LongColumn) chunk.column(filterColumns.get(i)), i);
            }
        }
        long[] valid = chunk.column(column).validity();
        for (int row = 0; valid != null && row < chunk.size(); row++) {
            filtersOfRow[row] = Validity.isValid(valid, row) ? filtersOfRow[row] : 0;
        }
    }

    private void pass(int size, int bit) {
        for (int row = 0; row < size; row++) {
            filtersOfRow[row] |= bit;
        }
    }

    private void pass(LongColumn condition, int filter) {
        long[] values = condition.values();
        long[] valid = condition.validity();
        for (int row = 0; row < condition.size(); row++) {
            boolean passes = values[row] != 0 && Validity.isValid(valid, row);
            filtersOfRow[row] |= (passes ? 1 : 0) << filter;
        }
    }
}
