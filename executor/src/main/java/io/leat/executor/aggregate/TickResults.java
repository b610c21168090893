package io.leat.executor.aggregate;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.ZSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The difference between the old and new rows of the groups touched in a tick. Holds the old rows above the new ones in the
 * same columns, so that the output is gathered from them at once.
 */
final class TickResults {
    private final Chunk rows;
    private final boolean[] present;
    private final int groups;
    private final int[] picks;
    private final long[] weights;
    private int count;

    /**
     * A difference.
     *
     * @param rows the old row of each touched group, then the new row of each
     * @param present which of these rows there are
     */
    TickResults(Chunk rows, boolean[] present) {
        this.rows = rows;
        this.present = present;
        this.groups = rows.size() / 2;
        this.picks = new int[rows.size()];
        this.weights = new long[rows.size()];
    }

    /** The old rows taken back and the new ones given, where they differ; keys stand before results. */
    ZSet changes(ChunkBuilder keys, int chunkRows) {
        for (int i = 0; i < groups; i++) {
            pickChange(i);
        }
        Chunk keyRows = keys.build();
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < count; from += chunkRows) {
            chunks.add(chunk(keyRows, from, Math.min(count, from + chunkRows)));
        }
        return ZSet.of(chunks);
    }

    private void pickChange(int group) {
        boolean before = present[group];
        boolean after = present[groups + group];
        if (before && after && same(group, groups + group)) {
            return;
        }
        if (before) {
            pick(group, -1);
        }
        if (after) {
            pick(groups + group, 1);
        }
    }

    private void pick(int row, long weight) {
        picks[count] = row;
        weights[count++] = weight;
    }

    private Chunk chunk(Chunk keyRows, int from, int to) {
        int[] resultRows = Arrays.copyOfRange(picks, from, to);
        int[] groupRows = new int[to - from];
        for (int i = 0; i < groupRows.length; i++) {
            groupRows[i] = resultRows[i] % groups;
        }
        List<Column> columns = new ArrayList<>();
        keyRows.columns().forEach(column -> columns.add(column.gather(groupRows, groupRows.length)));
        rows.columns().forEach(column -> columns.add(column.gather(resultRows, resultRows.length)));
        return new Chunk(to - from, columns, Arrays.copyOfRange(weights, from, to));
    }

    private boolean same(int left, int right) {
        for (Column column : rows.columns()) {
            if (column.isNull(left) != column.isNull(right) || !column.isNull(left) && !same(column, left, right)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Column column, int left, int right) {
        if (column instanceof LongColumn longs) {
            return longs.values()[left] == longs.values()[right];
        }
        if (column instanceof DoubleColumn doubles) {
            return Double.compare(doubles.values()[left], doubles.values()[right]) == 0;
        }
        if (column instanceof BytesColumn bytes) {
            int[] offsets = bytes.offsets();
            return Arrays.equals(
                    bytes.bytes(), offsets[left], offsets[left + 1], bytes.bytes(), offsets[right], offsets[right + 1]);
        }
        Object[] values = ((ObjectColumn) column).values();
        return Objects.deepEquals(values[left], values[right]);
    }
}
