package io.leat.executor.over;

import java.util.Arrays;

/** The rows of a context in one of the two orders, each as often as it is there. */
final class Sequence {
    private final Context context;
    private int[] picks = new int[16];
    private int size;
    private int begin;
    private int end;
    private final long position;

    /**
     * A sequence.
     *
     * @param before whether it is that of the tick's beginning
     * @param position how many rows of the partition come before the context
     */
    Sequence(Context context, boolean before, long position) {
        this.context = context;
        this.position = position;
        for (int index = 0; index < context.count(); index++) {
            begin = index == context.begin() ? size : begin;
            int times = context.times(index, before);
            for (int i = 0; i < times; i++) {
                add(index);
            }
            end = index == context.end() - 1 ? size : end;
        }
    }

    private void add(int index) {
        if (size == picks.length) {
            picks = Arrays.copyOf(picks, size * 2);
        }
        picks[size++] = index;
    }

    /** Which row of the context each one is. */
    int[] picks() {
        return picks;
    }

    Context context() {
        return context;
    }

    /** How many rows. */
    int size() {
        return size;
    }

    /** The first row to be computed. */
    int begin() {
        return begin;
    }

    /** One after the last row to be computed. */
    int end() {
        return end;
    }

    /** How many rows of the partition come before the first one. */
    long position() {
        return position;
    }

    /** The same for rows that are equal in the order, more for later ones. */
    int peer(int index) {
        return context.peer(picks[index]);
    }
}
