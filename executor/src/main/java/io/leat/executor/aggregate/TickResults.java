package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference between the old and new rows of the groups touched in a tick. Old and new rows stand in the same columns,
 * so that the output is gathered from them at once.
 */
final class TickResults {
    /** No row. */
    static final int NONE = -1;

    private final List<Column> columns;
    private final int[] groups;
    private final int[] oldRows;
    private final int[] newRows;
    private final int groupCount;
    private final int[] picks;
    private final int[] pickedGroups;
    private final long[] weights;
    private int count;
    private boolean allNew = true;

    /**
     * A difference.
     *
     * @param columns the results
     * @param groups the groups that were touched
     * @param oldRows where the old row of each group is, or {@link #NONE}
     * @param newRows where its new row is
     */
    TickResults(List<Column> columns, int[] groups, int[] oldRows, int[] newRows, int groupCount) {
        this.columns = columns;
        this.groups = groups;
        this.oldRows = oldRows;
        this.newRows = newRows;
        this.groupCount = groupCount;
        this.picks = new int[groupCount * 2];
        this.pickedGroups = new int[groupCount * 2];
        this.weights = new long[groupCount * 2];
    }

    /** The old rows taken back and the new ones given, where they differ; keys stand before results. */
    ZSet changes(Groups keys, int chunkRows) {
        boolean[] changed = new boolean[groupCount];
        for (Column column : columns) {
            mark(column, changed);
        }
        for (int i = 0; i < groupCount; i++) {
            boolean one = oldRows[i] == NONE || newRows[i] == NONE;
            if (one || changed[i]) {
                pick(i, oldRows[i], -1);
                pick(i, newRows[i], 1);
            }
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < count; from += chunkRows) {
            chunks.add(chunk(keys, from, Math.min(count, from + chunkRows)));
        }
        return ZSet.of(chunks);
    }

    private void pick(int place, int row, long weight) {
        if (row != NONE) {
            picks[count] = row;
            pickedGroups[count] = groups[place];
            weights[count++] = weight;
            allNew &= weight == 1;
        }
    }

    private Chunk chunk(Groups keys, int from, int to) {
        int size = to - from;
        int[] rows = Arrays.copyOfRange(picks, from, to);
        List<Column> output = new ArrayList<>(keys.gather(Arrays.copyOfRange(pickedGroups, from, to), size));
        for (Column column : columns) {
            output.add(column.gather(rows, size));
        }
        return new Chunk(size, output, allNew ? null : Arrays.copyOfRange(weights, from, to));
    }

    /** Marks the groups whose old and new value differ. */
    private void mark(Column column, boolean[] changed) {
        if (column instanceof LongColumn longs && longs.validity() == null) {
            markLongs(longs.values(), changed);
            return;
        }
        for (int i = 0; i < groupCount; i++) {
            if (oldRows[i] != NONE && newRows[i] != NONE) {
                changed[i] |= !column.isSame(oldRows[i], column, newRows[i]);
            }
        }
    }

    private void markLongs(long[] values, boolean[] changed) {
        for (int i = 0; i < groupCount; i++) {
            if (oldRows[i] != NONE && newRows[i] != NONE) {
                changed[i] |= values[oldRows[i]] != values[newRows[i]];
            }
        }
    }
}
