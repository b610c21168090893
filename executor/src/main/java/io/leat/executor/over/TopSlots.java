package io.leat.executor.over;

import io.leat.executor.state.IntValues;
import io.leat.executor.state.LongValues;
import java.util.Arrays;

/**
 * The first rows of each partition, as numbers in the order of the rows: so many slots for every partition. Rows that are
 * stored have the numbers of their storage, rows of this tick the complements of theirs.
 */
final class TopSlots {
    private final int width;
    private final IntValues counts;
    private final IntValues numbers;
    private final LongValues words;
    private final RowComparison comparison;

    // Of use within one tick only: the partitions that have changed, with their slots of before.
    private final TouchedPartitions touched;

    /** Compares a row of this tick to another one whose word is equal. */
    @FunctionalInterface
    interface RowComparison {

        /** Below 0 if the row comes first. */
        int compare(int arrived, int number, long word);
    }

    TopSlots(int width, IntValues counts, IntValues numbers, LongValues words, RowComparison comparison) {
        this.width = width;
        this.counts = counts;
        this.numbers = numbers;
        this.words = words;
        this.comparison = comparison;
        this.touched = new TouchedPartitions(width);
    }

    /** The partitions that have changed. */
    TouchedPartitions touched() {
        return touched;
    }

    /** How many rows a partition has. */
    int count(int partition) {
        return counts.get(partition);
    }

    /** A row of a partition. */
    int number(int partition, int place) {
        return numbers.get(partition * width + place);
    }

    /**
     * Finds the rows that may come in by their words alone. No row waits for another one's partition to come from memory.
     *
     * @param limit all partitions are below
     * @param into where the rows are put
     * @return how many there are
     */
    int mayComeIn(int[] partitions, long[] wordOfRow, int rows, int limit, int[] into) {
        int[] known = counts.array(limit);
        long[] keys = words.array(limit * width);
        int found = 0;
        for (int row = 0; row < rows; row++) {
            int partition = partitions[row];
            into[found] = row;
            boolean isBeyond = known[partition] == width && wordOfRow[row] > keys[partition * width + width - 1];
            found += isBeyond ? 0 : 1;
        }
        return found;
    }

    /** Lets a row of this tick in if it belongs there. */
    void offer(int partition, long word, int arrived) {
        int count = counts.get(partition);
        int base = partition * width;
        if (count == width && !precedes(arrived, word, base + width - 1)) {
            return;
        }
        touched.touch(partition, counts, numbers);
        int[] places = numbers.array(base + width);
        long[] keys = words.array(base + width);
        int place = Math.min(count, width - 1);
        while (place > 0 && precedes(arrived, word, base + place - 1)) {
            places[base + place] = places[base + place - 1];
            keys[base + place] = keys[base + place - 1];
            place--;
        }
        places[base + place] = ~arrived;
        keys[base + place] = word;
        counts.set(partition, Math.min(count + 1, width));
    }

    private boolean precedes(int arrived, long word, int slot) {
        long other = words.get(slot);
        return word < other || word == other && comparison.compare(arrived, numbers.get(slot), word) < 0;
    }

    /** A row of this tick is stored. */
    void store(int partition, int place, int number) {
        numbers.set(partition * width + place, number);
    }

    /** Forgets a partition. */
    void clear(int partition) {
        counts.set(partition, 0);
    }

    /** Gives memory back when all partitions in use are below the limit. */
    void trim(int limit) {
        counts.trim(limit);
        numbers.trim(limit * width);
        words.trim(limit * width);
    }

    /** Partitions that have changed in a tick, each with the rows that it had before. */
    static final class TouchedPartitions {
        private final int width;
        private boolean[] marks = new boolean[0];
        private int[] partitions = new int[16];
        private int[] counts = new int[16];
        private int[] numbers;
        private int size;

        TouchedPartitions(int width) {
            this.width = width;
            this.numbers = new int[16 * width];
        }

        private void touch(int partition, IntValues countsNow, IntValues numbersNow) {
            if (partition >= marks.length) {
                marks = Arrays.copyOf(marks, Math.max(64, partition + partition / 2 + 1));
            }
            if (marks[partition]) {
                return;
            }
            marks[partition] = true;
            if (size == partitions.length) {
                partitions = Arrays.copyOf(partitions, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2 * width);
            }
            partitions[size] = partition;
            counts[size] = countsNow.get(partition);
            if (counts[size] > 0) {
                int[] places = numbersNow.array((partition + 1) * width);
                System.arraycopy(places, partition * width, numbers, size * width, counts[size]);
            }
            size++;
        }

        /** How many. */
        int size() {
            return size;
        }

        /** One of them. */
        int partition(int index) {
            return partitions[index];
        }

        /** How many rows it had. */
        int count(int index) {
            return counts[index];
        }

        /** A row that it had. */
        int number(int index, int place) {
            return numbers[index * width + place];
        }

        /** The tick is over. */
        void clear(int limit) {
            for (int i = 0; i < size; i++) {
                marks[partitions[i]] = false;
            }
            size = 0;
            if (marks.length > 4 * limit + 64) {
                marks = new boolean[0];
            }
        }
    }
}
