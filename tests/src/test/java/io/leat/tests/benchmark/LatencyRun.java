package io.leat.tests.benchmark;

import io.leat.core.time.Clock;
import io.leat.engine.Change;
import io.leat.engine.Changes;
import io.leat.engine.Leat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One measurement of latency: events come when the clock shows their time, and a listener notes when it has each change.
 * Arguments: query, events per second, seconds.
 */
public final class LatencyRun {
    private static final long BEGIN_AFTER_MILLIS = 3_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final int SAMPLES_MAX = 4_000_000;

    private final Clock clock = Clock.system();
    private final double[] millis = new double[SAMPLES_MAX];
    private final long startMillis = clock.epochMillis() + BEGIN_AFTER_MILLIS;
    private final long startNanos = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(BEGIN_AFTER_MILLIS);
    private volatile boolean measuring;
    private volatile int count;

    /** Runs it and prints the figures. */
    public static void main(String[] arguments) {
        LatencyRun run = new LatencyRun();
        long rate = Long.parseLong(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        System.out.println(
                run.run(LatencyQuery.valueOf(arguments[0]), rate, seconds).line());
        System.out.flush();
        System.exit(0);
    }

    private Figures run(LatencyQuery query, long rate, int seconds) {
        try (Leat leat = Leat.open()) {
            leat.execute(table(rate));
            leat.execute("CREATE MATERIALIZED VIEW result AS " + query.sql());
            leat.subscribe("result", this::take);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BEGIN_AFTER_MILLIS));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            measuring = true;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            measuring = false;
            return figures();
        }
    }

    private String table(long rate) {
        String start = TIME.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(startMillis), ZoneOffset.UTC));
        return "CREATE TABLE bid (auction BIGINT, bidder BIGINT, price BIGINT, `dateTime` TIMESTAMP(3),"
                + " WATERMARK FOR `dateTime` AS `dateTime` - INTERVAL '0.001' SECOND)"
                + " WITH ('connector' = 'nexmark', 'table' = 'bid', 'live' = 'true', 'event-time.rate' = '" + rate
                + "', 'event-time.start' = '" + start + "')";
    }

    private void take(Changes changes) {
        double now = (clock.nanos() - startNanos) / 1e6;
        for (Change change : changes.changes()) {
            if (measuring && change.weight() > 0 && count < SAMPLES_MAX) {
                int columns = change.row().size();
                LocalDateTime due = (LocalDateTime) change.row().get(columns - 1);
                millis[count] = now - (due.toInstant(ZoneOffset.UTC).toEpochMilli() - startMillis);
                count = count + 1;
            }
        }
    }

    private Figures figures() {
        int size = count;
        double[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("median_ms", size == 0 ? 0 : sorted[size / 2]);
        values.put("p99_ms", size == 0 ? 0 : sorted[(int) (size * 0.99)]);
        values.put("most_ms", size == 0 ? 0 : sorted[size - 1]);
        values.put("changes", (double) size);
        return new Figures(values);
    }
}
