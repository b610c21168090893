package io.leat.engine.run;

import io.leat.core.limit.Limits;
import java.util.concurrent.TimeUnit;

/**
 * How many rows a source may bring into the next tick. What a tick costs is shared by its rows, and rows of one group or
 * session are summed up before they go on; so while more is waiting than fits, ticks grow, as long as each is short enough
 * for whoever waits between two of them. A tick that has less to take in is as small as ever.
 */
final class TickSize {
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final int least;
    private final int most;
    private int rows;

    TickSize(Limits limits) {
        this.least = limits.tickRows();
        this.most = Math.max(least, limits.tickRowsMost());
        this.rows = least;
    }

    /** The most rows of one source in the next tick. */
    int rows() {
        return rows;
    }

    /**
     * Learns from a tick.
     *
     * @param isBehind whether more is waiting than came into it
     * @param nanos how long it took, reading included
     */
    void ticked(boolean isBehind, long nanos) {
        if (nanos > LONG_NANOS) {
            rows = Math.max(least, rows / 2);
        } else if (nanos < SHORT_NANOS && isBehind) {
            rows = (int) Math.min(most, 2L * rows);
        }
    }
}
