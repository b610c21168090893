package io.leat.executor.join;

import java.util.Arrays;

/** Numbers of remembered rows, each with a weight. */
final class WeightedNumbers {
    private int[] numbers = new int[16];
    private long[] weights = new long[16];
    private int count;

    void add(int number, long weight) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        numbers[count] = number;
        weights[count++] = weight;
    }

    int count() {
        return count;
    }

    int[] numbers(int from, int to) {
        return Arrays.copyOfRange(numbers, from, to);
    }

    long[] weights(int from, int to) {
        return Arrays.copyOfRange(weights, from, to);
    }
}
