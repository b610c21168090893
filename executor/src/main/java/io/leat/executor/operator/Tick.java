package io.leat.executor.operator;

/** One turn of the whole circuit, as one operator sees it. */
public interface Tick {

    /** Its number: 1 for the first, then one more each time. */
    long number();

    /** What the clock said when the tick began, in milliseconds since 1970-01-01T00:00:00Z. */
    long clockMillis();

    /**
     * The watermark of this operator at the end of this tick, in milliseconds: the least of those of its inputs that have
     * one. {@code Long.MIN_VALUE} as long as there is none, {@code Long.MAX_VALUE} at the end of all input.
     */
    long watermark();
}
