package io.leat.connector.kafka;

import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the connection is lost, and once that it is back; the client itself tries again with back-off. */
final class ConnectionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final String subject;
    private final Clock clock;
    private final Optional<? extends Metric> connections;
    private long checkedNanos;
    private boolean lost;

    /**
     * Watches the connections of a client.
     *
     * @param subject what is read, for the log
     */
    ConnectionWatch(String subject, Map<MetricName, ? extends Metric> metrics, Clock clock) {
        this.subject = subject;
        this.clock = clock;
        this.checkedNanos = clock.nanos();
        this.connections = metrics.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("connection-count"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** To be called when nothing arrives. */
    void idle() {
        long now = clock.nanos();
        if (now - checkedNanos < EVERY_NANOS) {
            return;
        }
        checkedNanos = now;
        boolean isLost = connections
                .map(metric -> ((Number) metric.metricValue()).doubleValue() == 0)
                .orElse(false);
        if (isLost && !lost) {
            LOG.warn("{}: no connection; waiting for the broker to come back", subject);
        } else if (lost && !isLost) {
            LOG.info("{}: connected again", subject);
        }
        lost = isLost;
    }

    /** Whether the connection was lost when it was last looked at. */
    boolean isLost() {
        return lost;
    }
}
