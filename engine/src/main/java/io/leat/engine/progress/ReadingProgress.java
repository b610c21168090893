package io.leat.engine.progress;

import java.util.OptionalInt;

/**
 * How far reading has come.
 *
 * @param rows how many rows were read
 * @param fraction how much of everything was read, from 0 to 1; NaN if nobody knows how much there is
 */
public record ReadingProgress(long rows, double fraction) {
    /** There is nothing to read. */
    public static final ReadingProgress NOTHING = new ReadingProgress(0, 1);

    /** So many rows, of nobody knows how many. */
    public static ReadingProgress of(long rows) {
        return new ReadingProgress(rows, Double.NaN);
    }

    /** So many rows, and {@code done} of {@code total}, in whatever that is counted. */
    public static ReadingProgress of(long rows, long done, long total) {
        return new ReadingProgress(rows, done >= total ? 1 : (double) Math.max(0, done) / total);
    }

    /**
     * Both together: the rows of both, and as much as of the one that is less far. What counts bytes and what counts records
     * cannot be added up, and the one that is less far says how long it still takes.
     */
    public ReadingProgress and(ReadingProgress other) {
        return new ReadingProgress(rows + other.rows, Math.min(fraction, other.fraction));
    }

    /** Per cent, rounded down: 100 is all of it. */
    public OptionalInt percent() {
        return Double.isNaN(fraction) ? OptionalInt.empty() : OptionalInt.of((int) (100 * fraction));
    }

    @Override
    public String toString() {
        String read = rows + (rows == 1 ? " row" : " rows") + " read";
        return percent().isEmpty() ? read : read + ", " + percent().getAsInt() + " %";
    }
}
