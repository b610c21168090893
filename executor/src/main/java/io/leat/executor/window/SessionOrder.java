package io.leat.executor.window;

import java.util.Arrays;

/** Sorts places by a long, then by an int: a merge sort that takes one pass over what is in order already. */
final class SessionOrder {

    private SessionOrder() {}

    /** The places from 0 up to a count, ordered by what stands there. */
    static int[] of(long[] first, int[] second, int count) {
        int[] from = new int[count];
        Arrays.setAll(from, place -> place);
        int[] into = new int[count];
        for (int width = 1; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                merge(first, second, from, into, start, middle, Math.min(middle + width, count));
            }
            int[] sorted = into;
            into = from;
            from = sorted;
        }
        return from;
    }

    private static void merge(long[] first, int[] second, int[] from, int[] into, int start, int middle, int end) {
        if (middle == end || !isAfter(first, second, from[middle - 1], from[middle])) {
            System.arraycopy(from, start, into, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int place = start; place < end; place++) {
            boolean takesRight = left == middle || right < end && isAfter(first, second, from[left], from[right]);
            into[place] = from[takesRight ? right++ : left++];
        }
    }

    private static boolean isAfter(long[] first, int[] second, int left, int right) {
        return first[left] != first[right] ? first[left] > first[right] : second[left] > second[right];
    }
}
