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
    private int[] ownRows = new int[0];
    private int[] ownGroups = new int[0];
    private long[] ownWeights = new long[0];
    private int[] allRows = new int[0];
    private long[] ones = new long[0];
    private int count;
    private int groupLimit;
    private boolean unit;

    /** Starts over with no rows of a chunk, with room for all of them. */
    void begin(Chunk of, int limit) {
        chunk = of;
        count = 0;
        groupLimit = limit;
        unit = true;
        if (ownRows.length < of.size()) {
            ownRows = new int[of.size()];
            ownGroups = new int[of.size()];
            ownWeights = new long[of.size()];
        }
        rows = ownRows;
        groups = ownGroups;
        weights = ownWeights;
    }

    /** Starts over with all rows of a chunk, whose groups are given. */
    void beginAll(Chunk of, int[] groupOfRow, int limit) {
        chunk = of;
        groupLimit = limit;
        count = of.size();
        groups = groupOfRow;
        unit = of.weights() == null;
        makeConstants(count);
        rows = allRows;
        weights = unit ? ones : of.weights();
    }

    private void makeConstants(int size) {
        if (allRows.length < size) {
            allRows = new int[size];
            ones = new long[size];
            Arrays.fill(ones, 1L);
            for (int i = 0; i < size; i++) {
                allRows[i] = i;
            }
        }
    }

    /** Adds a row of the chunk. */
    void add(int row, int group, long weight) {
        rows[count] = row;
        groups[count] = group;
        weights[count++] = weight;
        unit &= weight == 1;
    }

    /** Adds, to no rows before, those of so many rows in whose words a bit is set, with weight 1 each. */
    void addAll(int[] fromRows, int[] fromGroups, int[] words, int bit, int size) {
        int[] toRows = rows;
        int[] toGroups = groups;
        int added = 0;
        for (int i = 0; i < size; i++) {
            toRows[added] = fromRows[i];
            toGroups[added] = fromGroups[i];
            added += (words[i] & bit) != 0 ? 1 : 0;
        }
        count = added;
        makeConstants(added);
        weights = ones;
    }

    /** Starts over with those of some rows for which a value that belongs to the chunk's row is not 0. */
    GroupedRows filter(GroupedRows others, long[] conditions) {
        begin(others.chunk, others.groupLimit);
        int[] fromRows = others.rows;
        int[] fromGroups = others.groups;
        int[] toRows = rows;
        int[] toGroups = groups;
        int passed = 0;
        for (int i = 0; i < others.count; i++) {
            int row = fromRows[i];
            toRows[passed] = row;
            toGroups[passed] = fromGroups[i];
            passed += conditions[row] != 0 ? 1 : 0;
        }
        count = passed;
        filterWeights(others, conditions);
        return this;
    }

    private void filterWeights(GroupedRows others, long[] conditions) {
        unit = others.unit;
        if (unit) {
            makeConstants(count);
            weights = ones;
            return;
        }
        int passed = 0;
        for (int i = 0; i < others.count; i++) {
            weights[passed] = others.weights[i];
            passed += conditions[others.rows[i]] != 0 ? 1 : 0;
        }
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

    /** Whether these are all rows of the chunk, in its order. */
    boolean isAll() {
        return rows == allRows;
    }

    /** Whether all weights are 1. */
    boolean isUnit() {
        return unit;
    }

    /** Row numbers in the chunk, ascending. */
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
