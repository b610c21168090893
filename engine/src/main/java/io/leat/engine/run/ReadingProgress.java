package io.leat.engine.run;

/**
 * How far reading has come.
 *
 * @param rows how many rows were read
 * @param done how much of {@code total} was read, in whatever the source counts
 * @param total how much there is to read; 0 if that is not known
 */
public record ReadingProgress(long rows, long done, long total) {
    /** Nothing was read yet, and it is not known how much there is. */
    public static final ReadingProgress NONE = new ReadingProgress(0, 0, 0);

    ReadingProgress plus(ReadingProgress other) {
        return new ReadingProgress(rows + other.rows, done + other.done, total + other.total);
    }

    @Override
    public String toString() {
        String read = rows + (rows == 1 ? " row" : " rows") + " read";
        return total == 0 ? read : read + ", " + Math.min(100, 100 * done / total) + " %";
    }
}
