package io.leat.tests.benchmark;

import io.leat.tests.nexmark.NexmarkData;
import io.leat.tests.nexmark.NexmarkScripts;
import java.util.List;

/**
 * What one JVM measures.
 *
 * @param query the query, a view of that name
 * @param events how many events
 * @param rate how many of them happen in a second of event time
 * @param source where they come from
 * @param place the directory or the broker's address; {@code -} for none
 * @param shards 0 for the usual number
 * @param isWarm whether the query runs once before in the same JVM, over four million events if they are generated
 */
record QueryTask(String query, long events, long rate, BenchSource source, String place, int shards, boolean isWarm) {
    private static final long WARMING_EVENTS = 4_000_000;

    /** The command line that {@link #parse} reads. */
    List<String> arguments() {
        return List.of(query, "" + events, "" + rate, source.name(), place, "" + shards, "" + isWarm);
    }

    /** The task of a command line. */
    static QueryTask parse(String[] arguments) {
        return new QueryTask(
                arguments[0],
                Long.parseLong(arguments[1]),
                Long.parseLong(arguments[2]),
                BenchSource.valueOf(arguments[3]),
                arguments[4],
                Integer.parseInt(arguments[5]),
                Boolean.parseBoolean(arguments[6]));
    }

    /** What runs before, unmeasured. */
    QueryTask warming() {
        long some = source == BenchSource.NEXMARK ? WARMING_EVENTS : events;
        return new QueryTask(query, some, rate, source, place, shards, false);
    }

    /** The script of the tables, whose connectors have another name. */
    String tables() {
        String tables = source.tables(new NexmarkData(events, BenchSource.SEED, rate), place);
        return tables.replace("'connector' = '", "'connector' = 'watched-");
    }

    /** The script of the view. */
    String script() {
        return NexmarkScripts.query(query);
    }
}
