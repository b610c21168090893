package io.leat.shell.script;

import io.leat.core.time.Clock;
import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.engine.Session;
import io.leat.engine.progress.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far each source has been read, from the system table of sources. Used by one thread at a time. */
public final class SourceProgress {
    private static final String QUERY =
            "SELECT name, \"position\", lag, \"rows\" FROM leat.sources WHERE status = 'reading'";
    private static final int PERCENT = 100;

    private final Session session;
    private final Clock clock;
    private final long begun;
    private long rowsBefore = -1;
    private long askedBefore;

    /** Asks in a session, which should be used for nothing else. */
    public SourceProgress(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.begun = clock.nanos();
    }

    /**
     * One line such as {@code reading flights: 9,000 rows, 45 %; 3,000 rows/s, 3 s}; empty if nothing is being read. The rows
     * in a second are those since it was asked before.
     */
    public String text() {
        Map<String, Part> parts = parts();
        if (parts.isEmpty()) {
            return "";
        }
        String text = parts.entrySet().stream()
                .map(entry -> entry.getValue().text(entry.getKey()))
                .collect(Collectors.joining("; "));
        long rows = parts.values().stream().mapToLong(Part::rows).sum();
        return "reading " + text + speed(rows);
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        try (Result result = session.execute(QUERY)) {
            for (Row row : result) {
                parts.merge(
                        row.getString("name"),
                        new Part(row.getLong("position"), row.getLong("lag"), row.getLong("rows")),
                        Part::plus);
            }
        }
        return parts;
    }

    private String speed(long rows) {
        long now = clock.nanos();
        long rate = Progress.rate(Math.max(0, rows - rowsBefore), Duration.ofNanos(now - askedBefore));
        String text = String.format(
                Locale.ROOT,
                rowsBefore < 0 ? "; %2$d s" : "; %1$,d rows/s, %2$d s",
                rate,
                Duration.ofNanos(now - begun).toSeconds());
        rowsBefore = rows;
        askedBefore = now;
        return text;
    }

    /** The partitions of one source together; the number of rows is the source's already. */
    private record Part(long position, long lag, long rows) {

        Part plus(Part other) {
            return new Part(position + other.position, lag + other.lag, rows);
        }

        String text(String name) {
            long end = position + lag;
            String percent = end == 0 ? "" : ", " + PERCENT * position / end + " %";
            return String.format(Locale.ROOT, "%s: %,d rows%s", name, rows, percent);
        }
    }
}
