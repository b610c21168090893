package io.leat.core.time;

/** What time it is, for ticks and timeouts. Tests drive a {@link ManualClock} by hand. */
public interface Clock {

    /** Milliseconds since 1970-01-01T00:00:00Z. May jump; for showing and for processing time. */
    long epochMillis();

    /** Nanoseconds from a fixed but unknown start. Never goes back; for measuring durations. */
    long nanos();

    /** The machine's clock: the only place that asks it. */
    static Clock system() {
        return new Clock() {
            @Override
            public long epochMillis() {
                return System.currentTimeMillis();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
