package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;

/**
 * The rows of a chunk that matter, immutable by agreement.
 *
 * @param rows row numbers in ascending order, each once; null when the rows are 0 to {@code count} - 1. May be longer
 *     than {@code count}
 * @param count how many rows
 */
public record Selection(int[] rows, int count) {

    /** The first rows, usually all rows of a chunk. */
    public static Selection all(int count) {
        return new Selection(null, count);
    }

    /** All rows of a chunk. */
    public static Selection all(Chunk chunk) {
        return all(chunk.size());
    }

    /** The row number at a place of the selection. */
    public int row(int index) {
        return rows == null ? index : rows[index];
    }

    /** Whether no row is selected. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether every row of a chunk of that size is selected. */
    public boolean isAll(int size) {
        return count == size;
    }

    /** The selected rows of a chunk, as a chunk; the same chunk when all are selected. */
    public Chunk of(Chunk chunk) {
        return isAll(chunk.size()) ? chunk : chunk.gather(toRows(), count);
    }

    /** The row numbers as an array, which may be longer than {@code count} and must not be changed. */
    public int[] toRows() {
        if (rows != null) {
            return rows;
        }
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** The rows of this selection that are not in another one, which is a part of it. */
    public Selection without(Selection part) {
        if (part.count == 0) {
            return this;
        }
        if (part.count == count) {
            return new Selection(new int[0], 0);
        }
        int[] rest = new int[count - part.count];
        int next = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = row(i);
            if (next < part.count && part.row(next) == row) {
                next++;
            } else {
                rest[kept++] = row;
            }
        }
        return new Selection(rest, kept);
    }
}
