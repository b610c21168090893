package io.leat.shell.script;

import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.engine.Session;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far each source has been read, from the system table of sources. */
public final class SourceProgress {
    private static final String QUERY =
            "SELECT name, \"position\", lag, \"rows\" FROM leat.sources WHERE status = 'reading'";
    private static final int PERCENT = 100;

    private final Session session;

    /** Asks in a session. */
    public SourceProgress(Session session) {
        this.session = session;
    }

    /** One line such as {@code reading flights 45% (9,000 rows)}; empty if nothing is being read. */
    public String text() {
        Map<String, Part> parts = new LinkedHashMap<>();
        try (Result result = session.execute(QUERY)) {
            for (Row row : result) {
                parts.merge(
                        row.getString("name"),
                        new Part(row.getLong("position"), row.getLong("lag"), row.getLong("rows")),
                        Part::plus);
            }
        }
        String text = parts.entrySet().stream()
                .map(entry -> entry.getValue().text(entry.getKey()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : "reading " + text;
    }

    /** The partitions of one source together; the number of rows is the source's already. */
    private record Part(long position, long lag, long rows) {

        Part plus(Part other) {
            return new Part(position + other.position, lag + other.lag, rows);
        }

        String text(String name) {
            long end = position + lag;
            String percent = end == 0 ? "" : " " + PERCENT * position / end + "%";
            return String.format(Locale.ROOT, "%s%s (%,d rows)", name, percent, rows);
        }
    }
}
