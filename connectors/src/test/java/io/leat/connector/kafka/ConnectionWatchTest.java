package io.leat.connector.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.time.ManualClock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {
    private final ManualClock clock = new ManualClock(0);
    private double connections = 1;
    private final ConnectionWatch watch = new ConnectionWatch("table", Map.of(metric().metricName(), metric()), clock);

    private Metric metric() {
        MetricName name = new MetricName("connection-count", "consumer-metrics", "", Map.of());
        return new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return connections;
            }
        };
    }

    private void idle(long millis) {
        clock.advance(Duration.ofMillis(millis));
        watch.idle();
    }

    @Test
    void aConnectionIsLostAndComesBack() {
        idle(1_500);
        assertFalse(watch.isLost());
        connections = 0;
        idle(1_500);
        assertTrue(watch.isLost());
        connections = 2;
        idle(1_500);
        assertFalse(watch.isLost());
    }

    @Test
    void itIsLookedAtOnceASecondOnly() {
        connections = 0;
        idle(500);
        assertFalse(watch.isLost());
        idle(600);
        assertTrue(watch.isLost());
    }
}
