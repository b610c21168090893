package io.leat.tests.simulation;

import java.util.List;
import java.util.Random;

/**
 * The family of queries that views and jobs are made of. They read the streams {@code r} (with event time) and {@code b}, the
 * table {@code a}, and {@code c}, which has a key.
 */
final class Queries {
    private static final String TUMBLE = " FROM TABLE(TUMBLE(TABLE r, DESCRIPTOR(ts), INTERVAL '5' SECOND)) ";
    private static final String HOP =
            " FROM TABLE(HOP(TABLE r, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '6' SECOND)) ";
    private static final String SESSION =
            " FROM TABLE(SESSION(TABLE r PARTITION BY k, DESCRIPTOR(ts), INTERVAL '2' SECOND)) ";

    /** What views are made of. */
    static final List<String> VIEWS = List.of(
            "SELECT id, v + 1 AS w FROM r WHERE v > 3 OR k IS NULL",
            "SELECT k, COUNT(*) AS n, COUNT(v) AS c, SUM(v) AS s, AVG(v) AS m, MIN(v) AS lo, MAX(v) AS hi FROM r GROUP BY k",
            "SELECT k, COUNT(DISTINCT v) AS d, MIN(v) AS lo, COUNT(*) FILTER (WHERE v > 4) AS f FROM a GROUP BY k",
            "SELECT COUNT(*) AS n, SUM(v) AS s, MAX(k) AS hi FROM b",
            "SELECT DISTINCT k, v FROM b",
            "SELECT k FROM a UNION SELECT k FROM b",
            "SELECT k FROM a EXCEPT SELECT k FROM b",
            "SELECT a.id, b.id AS bid FROM a JOIN b ON a.k = b.k",
            "SELECT a.id, b.id AS bid, b.v FROM a FULL JOIN b ON a.k = b.k AND a.v < b.v",
            "SELECT b.id, c.k FROM b LEFT JOIN c ON b.id = c.id",
            "SELECT id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
            "SELECT c.k, COUNT(r.id) AS n, SUM(r.v) AS s FROM c LEFT JOIN r ON r.id = c.id GROUP BY c.k",
            "SELECT window_start, window_end, k, COUNT(*) AS n, SUM(v) AS s" + TUMBLE
                    + "GROUP BY window_start, window_end, k",
            "SELECT window_start, COUNT(DISTINCT v) AS d, MAX(v) AS hi" + HOP + "GROUP BY window_start, window_end",
            "SELECT k, window_start, window_end, COUNT(*) AS n, MIN(v) AS lo" + SESSION
                    + "GROUP BY k, window_start, window_end",
            "SELECT window_start, k, COUNT(*) AS n, AVG(v) AS m" + TUMBLE
                    + "GROUP BY window_start, window_end, k EMIT FINAL",
            "SELECT window_end, SUM(v) AS s, COUNT(DISTINCT k) AS d" + HOP
                    + "GROUP BY window_start, window_end EMIT FINAL",
            "SELECT k, window_start, window_end, COUNT(*) AS n" + SESSION
                    + "GROUP BY k, window_start, window_end EMIT FINAL",
            "SELECT x.id, y.id AS yid FROM r x JOIN r y ON x.k = y.k AND y.ts BETWEEN x.ts AND x.ts + INTERVAL '2' SECOND",
            "SELECT id, k, v FROM a QUALIFY ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC, id) <= 2",
            "SELECT id, k, n FROM (SELECT *, RANK() OVER (PARTITION BY k ORDER BY v) AS n FROM b) WHERE n <= 2",
            "SELECT id, v, k FROM r ORDER BY v DESC, id, k LIMIT 3",
            "SELECT id, SUM(v) OVER w AS s FROM a WINDOW w AS (PARTITION BY k ORDER BY id)");

    /** Views that others can be made over: each with what is over it. */
    private static final List<List<String>> TOWERS = List.of(
            List.of(
                    "SELECT k, COUNT(*) AS n, SUM(v) AS s FROM r GROUP BY k",
                    "SELECT n, COUNT(*) AS groups FROM %s GROUP BY n",
                    "SELECT x.k, x.n, a.id FROM %s x JOIN a ON x.k = a.k",
                    "SELECT MAX(n) AS top, SUM(s) AS total FROM %s"),
            List.of(
                    "SELECT a.id, a.k, b.v FROM a JOIN b ON a.id = b.id",
                    "SELECT k, SUM(v) AS s, COUNT(*) AS n FROM %s GROUP BY k",
                    "SELECT id FROM %s WHERE v > 4",
                    "SELECT id, v FROM %s QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY v DESC) = 1"));

    /** What a job writes, the columns of its sink, and the kind of changes that it takes. */
    record Output(String query, String columns, String mode) {}

    private static final List<Output> OUTPUTS = List.of(
            new Output("SELECT id, k, v FROM r WHERE v > 2", "id INT, k STRING, v INT", "append_only"),
            new Output(
                    "SELECT window_start, k, COUNT(*) AS n" + TUMBLE
                            + "GROUP BY window_start, window_end, k EMIT FINAL",
                    "window_start TIMESTAMP(3), k STRING, n BIGINT",
                    "append_only"),
            new Output(
                    "SELECT id, COUNT(*) AS n, SUM(v) AS s FROM r GROUP BY id",
                    "id INT, n BIGINT, s BIGINT, PRIMARY KEY (id) NOT ENFORCED",
                    "upsert"),
            new Output("SELECT id, k FROM c", "id INT, k STRING, PRIMARY KEY (id) NOT ENFORCED", "upsert"),
            new Output("SELECT a.id, b.id AS bid FROM a JOIN b ON a.k = b.k", "id INT, bid INT", "changelog"),
            new Output("SELECT id, v FROM b", "id INT, v INT", "changelog"));

    private Queries() {}

    static String view(Random random) {
        return pick(random, VIEWS);
    }

    /** A view and others over it; {@code %s} stands for its name. */
    static List<String> tower(Random random) {
        return pick(random, TOWERS);
    }

    static Output output(Random random) {
        return pick(random, OUTPUTS);
    }

    static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
