package io.leat.tests.benchmark;

import java.util.Locale;
import java.util.Optional;

/** The figures of queries as a table for people: a line each, as soon as it is there. */
final class FigureTable {
    static final String HEADER = String.format(
            "%-6s %12s %12s %9s %9s %9s %10s %10s %12s",
            "query", "events/s", "2nd half", "CPU s/M", "2nd half", "seconds", "peak MB", "state MB", "rows out");

    private static final double MEBIBYTE = 1 << 20;

    private FigureTable() {}

    /** The line of a query. */
    static String line(String query, Optional<Figures> figures) {
        return figures.map(found -> String.format(
                        Locale.ROOT,
                        "%-6s %,12.0f %,12.0f %9.3f %9.3f %9.2f %,10.0f %,10.1f %,12.0f",
                        query,
                        found.get("events_per_second"),
                        found.get("events_per_second_second_half"),
                        found.get("cpu_per_million"),
                        found.get("cpu_per_million_second_half"),
                        found.get("seconds"),
                        found.get("peak_bytes") / MEBIBYTE,
                        found.get("state_bytes") / MEBIBYTE,
                        found.get("rows_out")))
                .orElse(query + " failed");
    }
}
