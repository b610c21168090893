package io.leat.executor.state;

import java.util.Arrays;

/** The rows that have changed in a tick, with the weights that they had when it began. */
final class ChangedRows {
    private int[] numbers = new int[16];
    private long[] befores = new long[16];
    private int count;
    // By number: 0 if the row has not changed, else its place in the list plus 1.
    private final IntValues marks = new IntValues();

    /** Notes the weight of a row before its first change of the tick. */
    void add(int number, long weight) {
        if (marks.get(number) != 0) {
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            befores = Arrays.copyOf(befores, count * 2);
        }
        numbers[count] = number;
        befores[count++] = weight;
        marks.set(number, count);
    }

    /** The weight that a row had, which is that of now if it has not changed. */
    long before(int number, long now) {
        int mark = marks.get(number);
        return mark == 0 ? now : befores[mark - 1];
    }

    /** How many rows have changed. */
    int count() {
        return count;
    }

    /** One of them. */
    int number(int index) {
        return numbers[index];
    }

    /** The tick is over. */
    void clear() {
        for (int i = 0; i < count; i++) {
            marks.set(numbers[i], 0);
        }
        count = 0;
    }
}
