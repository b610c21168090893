package io.leat.executor.window;

import io.leat.core.batch.LongColumn;
import io.leat.executor.state.RowTable;
import java.util.Arrays;

/** Some rows of one key with their weights before and after a change: first in any order, then in that of their times. */
final class SessionRows {
    private int[] numbers = new int[16];
    private long[] before = new long[16];
    private long[] changes = new long[16];
    private int kept;
    private int size;

    private int[] sortedNumbers = new int[0];
    private long[] times = new long[0];
    private long[] arrivals = new long[0];
    private long[] sortedBefore = new long[0];
    private long[] after = new long[0];
    private boolean[] isChanged = new boolean[0];

    int size() {
        return size;
    }

    int number(int place) {
        return sortedNumbers[place];
    }

    long time(int place) {
        return times[place];
    }

    long arrival(int place) {
        return arrivals[place];
    }

    long before(int place) {
        return sortedBefore[place];
    }

    long after(int place) {
        return after[place];
    }

    void setAfter(int place, long weight) {
        after[place] = weight;
    }

    /** Whether a change was added to the row. */
    boolean isChanged(int place) {
        return isChanged[place];
    }

    void clear() {
        kept = 0;
    }

    /** Adds a row, or a change of one. */
    void add(int number, long weightBefore, long change) {
        if (kept == numbers.length) {
            numbers = Arrays.copyOf(numbers, kept * 2);
            before = Arrays.copyOf(before, kept * 2);
            changes = Arrays.copyOf(changes, kept * 2);
        }
        numbers[kept] = number;
        before[kept] = weightBefore;
        changes[kept++] = change;
    }

    /** Brings the rows in the order of their times; what was added of one row becomes one. Without arrivals below 0. */
    void sort(RowTable rows, int timeColumn, int arrivalColumn) {
        long[] allTimes = ((LongColumn) rows.gather(timeColumn, numbers, kept)).values();
        long[] allArrivals =
                arrivalColumn < 0 ? null : ((LongColumn) rows.gather(arrivalColumn, numbers, kept)).values();
        int[] order = SessionOrder.of(allTimes, numbers, kept);
        makeRoom();
        size = 0;
        for (int place : order) {
            if (size == 0 || sortedNumbers[size - 1] != numbers[place]) {
                sortedNumbers[size] = numbers[place];
                times[size] = allTimes[place];
                arrivals[size] = allArrivals == null ? Long.MIN_VALUE : allArrivals[place];
                sortedBefore[size] = 0;
                after[size] = 0;
                isChanged[size++] = false;
            }
            sortedBefore[size - 1] += before[place];
            after[size - 1] += before[place] + changes[place];
            isChanged[size - 1] |= changes[place] != 0;
        }
    }

    private void makeRoom() {
        if (times.length < kept) {
            sortedNumbers = new int[numbers.length];
            times = new long[numbers.length];
            arrivals = new long[numbers.length];
            sortedBefore = new long[numbers.length];
            after = new long[numbers.length];
            isChanged = new boolean[numbers.length];
        }
    }

    /** Leaves the rows out that are not there after the change. */
    void compact() {
        int count = 0;
        for (int place = 0; place < size; place++) {
            if (after[place] != 0) {
                sortedNumbers[count] = sortedNumbers[place];
                times[count] = times[place];
                arrivals[count] = arrivals[place];
                sortedBefore[count] = sortedBefore[place];
                isChanged[count] = isChanged[place];
                after[count++] = after[place];
            }
        }
        size = count;
    }

    void assignBefore(SessionAssignment sessions) {
        sessions.assign(times, arrivals, sortedBefore, size);
    }

    void assignAfter(SessionAssignment sessions) {
        sessions.assign(times, arrivals, after, size);
    }
}
