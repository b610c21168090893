package io.leat.core.plan;

/**
 * Which rows around a row a function of {@link Over} sees.
 *
 * @param rows whether the bounds count rows; otherwise they are distances in the only column of the order (in units of the
 *     last digit or milliseconds), or 0 for all rows that are equal to the current one in the order
 * @param from where it begins, relative to the row: below 0 before it; {@code Long.MIN_VALUE} at the beginning of the
 *     partition
 * @param to where it ends, inclusive; {@code Long.MAX_VALUE} at the end of the partition
 */
public record Frame(boolean rows, long from, long to) {
    /** The whole partition. */
    public static final Frame WHOLE = new Frame(true, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Whether it begins with the partition. */
    public boolean isFromStart() {
        return from == Long.MIN_VALUE;
    }

    /** Whether it ends with the partition. */
    public boolean isToEnd() {
        return to == Long.MAX_VALUE;
    }
}
