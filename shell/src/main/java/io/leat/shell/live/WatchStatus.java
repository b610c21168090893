package io.leat.shell.live;

import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.engine.Session;
import io.leat.shell.print.ValueText;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks now and then how fast the sources are read, how far event time is and what is still to be read. */
final class WatchStatus implements AutoCloseable {
    private static final int PERIOD_MILLIS = 500;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Session session;
    private final Optional<String> view;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private volatile String text = "";
    private long rowsBefore = -1;
    private long nanosBefore;

    WatchStatus(Session session, Optional<String> view, Clock clock) {
        this.session = session;
        this.view = view;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "leat-watch-status");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::ask, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** {@code 12,345 rows/s, watermark 2001-01-31 10:00:00.000, lag 0}; empty while nothing is known. */
    String text() {
        return text;
    }

    private void ask() {
        try {
            String watermark = watermark().map(time -> ", watermark " + time).orElse("");
            text = rate() + watermark;
        } catch (LeatException e) {
            text = "";
        }
    }

    private String rate() {
        try (Result result = session.execute("SELECT name, MAX(\"rows\"), SUM(lag) FROM leat.sources GROUP BY name")) {
            long rows = 0;
            long lag = 0;
            for (Row row : result) {
                rows += row.getLong(1);
                lag += row.getLong(2);
            }
            long nanos = clock.nanos();
            double seconds = (nanos - nanosBefore) / NANOS_PER_SECOND;
            boolean known = rowsBefore >= 0;
            long rate = Math.round((rows - rowsBefore) / Math.max(seconds, 1e-3));
            rowsBefore = rows;
            nanosBefore = nanos;
            String speed = known ? String.format(Locale.ROOT, ", %,d rows/s", rate) : "";
            return String.format(Locale.ROOT, "%,d rows read%s%s", rows, speed, lag(lag));
        }
    }

    private static String lag(long lag) {
        return lag == 0 ? "" : String.format(Locale.ROOT, ", lag %,d", lag);
    }

    private Optional<String> watermark() {
        if (view.isEmpty()) {
            return Optional.empty();
        }
        try (Result result = session.execute("SELECT name, watermark FROM leat.views")) {
            return result.rows().stream()
                    .filter(row -> row.getString(0).equalsIgnoreCase(view.get()) && !row.isNull(1))
                    .map(row -> ValueText.of(DataType.TIMESTAMP, row.get(1)))
                    .findFirst();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
