package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import java.util.Arrays;

/** Some rows of a chunk, each with its group and weight, as parallel arrays; reused from chunk to chunk. */
final class GroupedRows {
    private Chunk chunk;
    private int[] rows = new int[0];
    private int[] groups = new int[0];
    private long[] weights = new long[0];
    private int count;
    private int groupLimit;

    /** Starts over with no rows of a chunk, with room for all of them. */
    void begin(Chunk of, int limit) {
        chunk = of;
        count = 0;
        groupLimit = limit;
        if (rows.length < of.size()) {
            rows = new int[of.size()];
            groups = new int[of.size()];
            weights = new long[of.size()];
        }
    }

    /** Starts over with all rows of a chunk, whose groups are given. */
    void beginAll(Chunk of, int[] groupOfRow, int limit) {
        begin(of, limit);
        count = of.size();
        groups = groupOfRow;
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        if (of.weights() == null) {
            Arrays.fill(weights, 0, count, 1L);
        } else {
            System.arraycopy(of.weights(), 0, weights, 0, count);
        }
    }

    /** Adds a row of the chunk. */
    void add(int row, int group, long weight) {
        rows[count] = row;
        groups[count] = group;
        weights[count++] = weight;
    }

    /** Starts over with the same rows, each weighing so many times what it did as a column of counts says. */
    GroupedRows weigh(GroupedRows others, int countColumn) {
        begin(others.chunk, others.groupLimit);
        long[] counts = ((LongColumn) others.chunk.column(countColumn)).values();
        for (int i = 0; i < others.count; i++) {
            add(others.rows[i], others.groups[i], others.weights[i] * counts[others.rows[i]]);
        }
        return this;
    }

    Chunk chunk() {
        return chunk;
    }

    /** How many rows. */
    int count() {
        return count;
    }

    /** Row numbers in the chunk. */
    int[] rows() {
        return rows;
    }

    /** Group numbers. */
    int[] groups() {
        return groups;
    }

    long[] weights() {
        return weights;
    }

    /** One more than the greatest group number. */
    int groupLimit() {
        return groupLimit;
    }
}
