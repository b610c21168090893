package io.leat.core.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved, for tests and simulations. Safe from any thread. */
public final class ManualClock implements Clock {
    private final AtomicLong epochMillis;
    private final AtomicLong nanos = new AtomicLong();

    /** A clock that stands at the given time. */
    public ManualClock(long epochMillis) {
        this.epochMillis = new AtomicLong(epochMillis);
    }

    /** Moves both clocks on; a negative duration sets only the time of day back, as a correction of it would. */
    public void advance(Duration duration) {
        epochMillis.addAndGet(duration.toMillis());
        nanos.addAndGet(Math.max(0, duration.toNanos()));
    }

    @Override
    public long epochMillis() {
        return epochMillis.get();
    }

    @Override
    public long nanos() {
        return nanos.get();
    }
}
