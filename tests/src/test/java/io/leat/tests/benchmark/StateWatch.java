package io.leat.tests.benchmark;

import io.leat.engine.Leat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks once a second how much state the jobs hold, and remembers the most. */
final class StateWatch implements AutoCloseable {
    private final Leat leat;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile long mostBytes;

    StateWatch(Leat leat) {
        this.leat = leat;
        timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long bytes = leat.execute("SELECT SUM(state_bytes) FROM leat.jobs")
                .next()
                .map(row -> row.isNull(0) ? 0 : row.getLong(0))
                .orElse(0L);
        mostBytes = Math.max(mostBytes, bytes);
    }

    long mostBytes() {
        return mostBytes;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
