package io.leat.tests.consistency;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.time.Duration;

/**
 * A program of its own, so that it can be given little memory: many rows over many keys go through windows that close, into
 * a sink that keeps nothing. Says on standard output how many groups left and how many are still remembered.
 */
public final class ClosingWindows {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private ClosingWindows() {}

    /** Arguments: how many rows, and over how many keys. */
    public static void main(String[] arguments) {
        String rows = arguments[0];
        String keys = arguments[1];
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE events (n BIGINT, k AS MOD(n * 7919, " + keys + "), "
                    + "at AS TO_TIMESTAMP_LTZ(n, 3), WATERMARK FOR at AS at - INTERVAL '1' SECOND) "
                    + "WITH ('connector' = 'datagen', 'rows-per-second' = '1000000000', "
                    + "'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '" + rows + "')");
            leat.execute("CREATE TABLE nowhere (k BIGINT, s TIMESTAMP_LTZ(3), n BIGINT) "
                    + "WITH ('connector' = 'blackhole')");
            leat.execute("CREATE JOB closing AS INSERT INTO nowhere SELECT k, window_start, COUNT(*) FROM "
                    + "TABLE(TUMBLE(TABLE events, DESCRIPTOR(at), INTERVAL '10' SECOND)) "
                    + "GROUP BY k, window_start, window_end EMIT FINAL");
            leat.execute("CREATE MATERIALIZED VIEW crowded AS SELECT COUNT(*) AS n FROM (SELECT k FROM "
                    + "TABLE(TUMBLE(TABLE events, DESCRIPTOR(at), INTERVAL '10' SECOND)) "
                    + "GROUP BY k, window_start, window_end HAVING COUNT(*) > 1000)");
            boolean ended = leat.awaitCompletion(PATIENCE);
            Row job =
                    leat.query("SELECT \"rows\", status FROM leat.jobs").rows().get(0);
            Row view = leat.query("SELECT state_rows FROM leat.views").rows().get(0);
            System.out.println((ended ? job.get("status") : "running") + " " + job.get("rows") + " " + view.get(0));
        }
    }
}
