package io.leat.executor.over;

import java.util.Arrays;

/** Numbers of rows with weights, as parallel arrays that grow. */
final class RowNumbers {
    private int[] rows = new int[16];
    private long[] weights = new long[16];
    private int count;

    void add(int row, long weight) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        rows[count] = row;
        weights[count++] = weight;
    }

    int count() {
        return count;
    }

    long weight(int place) {
        return weights[place];
    }

    int[] rows(int from, int to) {
        return Arrays.copyOfRange(rows, from, to);
    }

    long[] weights(int from, int to) {
        return Arrays.copyOfRange(weights, from, to);
    }
}
