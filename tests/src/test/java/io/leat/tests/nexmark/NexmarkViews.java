package io.leat.tests.nexmark;

import io.leat.core.limit.Limits;
import io.leat.engine.Leat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs queries as materialized views, all beside each other in one database, and sums up what they show in the end. */
final class NexmarkViews {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private NexmarkViews() {}

    /**
     * Number of rows and checksum of each query's result.
     *
     * @param tables the script of the tables
     * @param settings a script that comes first; may be empty
     */
    static Map<String, String> results(String tables, List<String> queries, Limits limits, String settings) {
        try (Leat leat = Leat.builder().limits(limits).open()) {
            leat.execute(settings + tables);
            for (String query : queries) {
                leat.execute(NexmarkScripts.query(query));
                leat.execute("CREATE MATERIALIZED VIEW result_" + query + " AS SELECT * FROM " + query);
            }
            if (!leat.awaitCompletion(PATIENCE)) {
                throw new AssertionError("not at the end after " + PATIENCE);
            }
            Map<String, String> results = new LinkedHashMap<>();
            queries.forEach(query -> results.put(query, result(leat, query)));
            return results;
        }
    }

    private static String result(Leat leat, String query) {
        RowChecksum checksum = new RowChecksum();
        leat.execute("SELECT * FROM result_" + query)
                .rows()
                .forEach(row -> checksum.add(RowChecksum.checked(query, row.values()), 1));
        return checksum.toString();
    }
}
