package io.leat.executor.source;

import io.leat.executor.kernel.Selection;

/**
 * Which partition each of some rows came from.
 *
 * @param all the partition of all rows
 * @param each the partition of each row, perhaps longer than needed; null if all came from one
 */
record Origin(int all, int[] each) {

    static Origin of(int partition) {
        return new Origin(partition, null);
    }

    /** Of rows of several partitions. */
    static Origin of(int[] partitions) {
        return new Origin(0, partitions);
    }

    boolean isMixed() {
        return each != null;
    }

    int partition(int row) {
        return each == null ? all : each[row];
    }

    /** Of the selected rows only. */
    Origin of(Selection selection, int rows) {
        if (each == null || selection.isAll(rows)) {
            return this;
        }
        int[] selected = new int[selection.count()];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = each[selection.row(i)];
        }
        return of(selected);
    }
}
