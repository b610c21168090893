package io.leat.executor.operator;

/** One turn of the whole circuit, as one operator sees it. */
public interface Tick {
    /** Closed rows or groups of which forgetting takes no time worth mentioning. */
    int FREED_AT_ONCE = 256;

    /** Its number: 1 for the first, then one more each time. */
    long number();

    /** What the clock said when the tick began, in milliseconds since 1970-01-01T00:00:00Z. */
    long clockMillis();

    /**
     * The watermark of this operator at the end of this tick, in milliseconds: the least of those of its inputs that have
     * one. {@code Long.MIN_VALUE} as long as there is none, {@code Long.MAX_VALUE} at the end of all input.
     */
    long watermark();

    /** What {@link #watermark} was at the end of the tick before; {@code Long.MIN_VALUE} in the first. */
    long watermarkBefore();

    /**
     * How many of the rows or groups that have closed by {@link #watermark} are to be forgotten in this tick. The others
     * are forgotten first of all in the next one: nobody waits for that, as somebody does for the results of a window that
     * has ended.
     */
    default int freesAtOnce() {
        return watermark() == Long.MAX_VALUE ? Integer.MAX_VALUE : FREED_AT_ONCE;
    }
}
