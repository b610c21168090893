package io.leat.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Looks again and again how far a job is, so that its second half can be told from the first. */
final class Sampler implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;

    private final DoubleSupplier share;
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** How far the job was, and what it had taken by then. */
    record Sample(double share, ProcessUse use) {}

    Sampler(DoubleSupplier share) {
        this.share = share;
        timer.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        samples.add(new Sample(share.getAsDouble(), ProcessUse.now()));
    }

    /** The first moment at which half of the input had been read, or the last one seen. */
    synchronized Sample half() {
        return samples.stream()
                .filter(sample -> sample.share() >= 0.5)
                .findFirst()
                .orElseGet(() -> samples.get(samples.size() - 1));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
