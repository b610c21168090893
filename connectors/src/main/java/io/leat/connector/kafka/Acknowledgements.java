package io.leat.connector.kafka;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;

/**
 * How many records a producer has been given that the broker has not confirmed. The producer's own flush waits without a
 * bound: while it asks for its identity from a broker that has gone, it does not look at delivery timeouts.
 */
final class Acknowledgements {
    private final Clock clock;
    private long waiting;

    Acknowledgements(Clock clock) {
        this.clock = clock;
    }

    /** A record was handed over. */
    synchronized void sent() {
        waiting++;
    }

    /** A record has arrived, or has failed. */
    synchronized void answered() {
        waiting--;
        if (waiting == 0) {
            notifyAll();
        }
    }

    /**
     * Waits until every record has been answered.
     *
     * @return whether that was so in time
     * @throws LeatException if the thread is interrupted
     */
    synchronized boolean await(Duration limit) {
        long started = clock.nanos();
        while (waiting > 0) {
            long left = limit.toNanos() - (clock.nanos() - started);
            if (left <= 0) {
                return false;
            }
            pause(left);
        }
        return true;
    }

    private void pause(long nanos) {
        try {
            wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "waiting for Kafka was interrupted", e);
        }
    }
}
