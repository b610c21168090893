package io.leat.executor.window;

import java.util.Arrays;

/** The rows of one session key in the order of their times, each with its weight; equal rows stand there once. */
final class SessionRows {
    private static final int INITIAL_ROWS = 1;
    private static final long OBJECT_BYTES = 96;
    private static final long BYTES_PER_ROW = 28;

    private long[] times = new long[INITIAL_ROWS];
    private long[] arrivals = new long[INITIAL_ROWS];
    private long[] weights = new long[INITIAL_ROWS];
    private byte[][] rows = new byte[INITIAL_ROWS][];
    private int size;
    private long rowBytes;

    int size() {
        return size;
    }

    long time(int index) {
        return times[index];
    }

    long arrival(int index) {
        return arrivals[index];
    }

    long weight(int index) {
        return weights[index];
    }

    byte[] row(int index) {
        return rows[index];
    }

    /** Adds a row behind all others. */
    void append(long time, long arrival, byte[] row, long weight) {
        if (size == times.length) {
            reserve(size + 1);
        }
        times[size] = time;
        arrivals[size] = arrival;
        weights[size] = weight;
        rows[size] = row;
        rowBytes += bytes(row);
        size++;
    }

    void clear() {
        Arrays.fill(rows, 0, size, null);
        size = 0;
        rowBytes = 0;
    }

    /** The place of the first row at or after a time. */
    int lowerBound(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts other rows in the place of those from one index up to another. */
    void replace(int from, int to, SessionRows others) {
        int newSize = size - (to - from) + others.size;
        for (int i = from; i < to; i++) {
            rowBytes -= bytes(rows[i]);
        }
        rowBytes += others.rowBytes;
        if (newSize > times.length) {
            reserve(newSize);
        }
        int target = from + others.size;
        System.arraycopy(times, to, times, target, size - to);
        System.arraycopy(arrivals, to, arrivals, target, size - to);
        System.arraycopy(weights, to, weights, target, size - to);
        System.arraycopy(rows, to, rows, target, size - to);
        System.arraycopy(others.times, 0, times, from, others.size);
        System.arraycopy(others.arrivals, 0, arrivals, from, others.size);
        System.arraycopy(others.weights, 0, weights, from, others.size);
        System.arraycopy(others.rows, 0, rows, from, others.size);
        if (newSize < size) {
            Arrays.fill(rows, newSize, size, null);
        }
        size = newSize;
        if (size < times.length / 4) {
            resize(size);
        }
    }

    /** Assigns the rows up to an index, which is the end of a cluster, to sessions. */
    void assign(SessionAssignment sessions, int to) {
        sessions.assign(times, arrivals, weights, to);
    }

    /** Where the cluster that begins at an index ends: the index after the last row that is within reach of the one before. */
    int clusterEnd(int from, long gap) {
        int next = from + 1;
        while (next < size && times[next] - times[next - 1] <= gap) {
            next++;
        }
        return next;
    }

    /** Bytes that it takes on the heap, nearly. */
    long bytes() {
        return OBJECT_BYTES + BYTES_PER_ROW * times.length + rowBytes;
    }

    private static long bytes(byte[] row) {
        return (16L + row.length + 7) & ~7L;
    }

    private void reserve(int rowsNeeded) {
        resize(Math.max(rowsNeeded, size + (size >> 1)));
    }

    private void resize(int capacity) {
        times = Arrays.copyOf(times, capacity);
        arrivals = Arrays.copyOf(arrivals, capacity);
        weights = Arrays.copyOf(weights, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }
}
