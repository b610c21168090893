package io.leat.shell.demo;

import io.leat.core.time.Clock;
import java.time.Duration;

/** How much of a file may have been read by now, if all of it is to take a given time. Safe from any thread. */
public final class Pace {
    private final Clock clock;
    private final long wholeNanos;
    private volatile boolean lifted;
    private long begunNanos;
    private boolean begun;

    /** A pace at which a whole file takes that time. */
    public Pace(Clock clock, Duration whole) {
        this.clock = clock;
        this.wholeNanos = whole.toNanos();
    }

    /** From now on everything may be read at once. */
    public void lift() {
        lifted = true;
    }

    /** Up to which offset a file of a length may have been read; the first call starts the clock. */
    synchronized long allowed(long length) {
        long now = clock.nanos();
        if (!begun) {
            begun = true;
            begunNanos = now;
        }
        long elapsed = now - begunNanos;
        return lifted || elapsed >= wholeNanos ? Long.MAX_VALUE : (long) ((double) length * elapsed / wholeNanos);
    }
}
