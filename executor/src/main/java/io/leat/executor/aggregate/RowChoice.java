package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.executor.state.GroupValues;

/** Chooses the rows that count for an aggregate: those that its FILTER lets pass, without NULLs, and each value once. */
final class RowChoice {
    private final AggregateCall call;
    private final boolean dropsNulls;
    private final GroupValues distinct;
    private final GroupedRows filtered = new GroupedRows();
    private final GroupedRows once = new GroupedRows();

    /** A choice; the values seen are null unless the aggregate is DISTINCT. */
    RowChoice(AggregateCall call, GroupValues distinct) {
        this.call = call;
        this.dropsNulls = call.function() != AggregateFunction.SINGLE_VALUE;
        this.distinct = distinct;
    }

    /** The rows that count; valid until the next call. */
    GroupedRows of(GroupedRows all) {
        GroupedRows counting = takesAll(all.chunk()) ? all : filter(all);
        return distinct == null ? counting : once(counting);
    }

    private boolean takesAll(Chunk chunk) {
        return call.filterColumn() == AggregateCall.NO_FILTER
                && (!dropsNulls
                        || call.arguments().stream()
                                .allMatch(column -> chunk.column(column).validity() == null));
    }

    private GroupedRows filter(GroupedRows all) {
        filtered.begin(all.chunk(), all.groupLimit());
        for (int i = 0; i < all.count(); i++) {
            int row = all.rows()[i];
            if (passes(all.chunk(), row) && !(dropsNulls && hasNull(all.chunk(), row))) {
                filtered.add(row, all.groups()[i], all.weights()[i]);
            }
        }
        return filtered;
    }

    private boolean passes(Chunk chunk, int row) {
        if (call.filterColumn() == AggregateCall.NO_FILTER) {
            return true;
        }
        LongColumn condition = (LongColumn) chunk.column(call.filterColumn());
        return !condition.isNull(row) && condition.values()[row] != 0;
    }

    private boolean hasNull(Chunk chunk, int row) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (chunk.column(call.arguments().get(i)).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    /** The rows by which a value comes, with weight 1, or goes, with weight -1. */
    private GroupedRows once(GroupedRows rows) {
        once.begin(rows.chunk(), rows.groupLimit());
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            long weight = rows.weights()[i];
            long before = distinct.add(group, rows.chunk(), rows.rows()[i], weight);
            boolean there = before + weight > 0;
            if (there != before > 0) {
                once.add(rows.rows()[i], group, there ? 1 : -1);
            }
        }
        return once;
    }

    /** Forgets a group. */
    void clear(int group) {
        if (distinct != null) {
            distinct.clear(group);
        }
    }

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit) {
        if (distinct != null) {
            distinct.trim(groupLimit);
        }
    }
}
