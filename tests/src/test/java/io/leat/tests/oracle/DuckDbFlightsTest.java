package io.leat.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real flights and airports: views over the files end with what DuckDB answers over the same files. */
class DuckDbFlightsTest {
    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WINDOWED =
            "FROM TABLE(TUMBLE(TABLE flights, DESCRIPTOR(departure), INTERVAL '1' DAY)) ";

    @TempDir
    static Path temporary;

    private static DuckDb duck;
    private static Leat leat;

    /** A query in both dialects. */
    private record Pair(String leat, String duck) {
        static Pair same(String sql) {
            return new Pair(sql, sql);
        }
    }

    private static List<Pair> queries() {
        List<Pair> queries = new ArrayList<>();
        for (String sql : List.of(
                "SELECT origin, destination, delay FROM flights WHERE delay > 180 AND distance < 500",
                "SELECT COUNT(*) AS n, COUNT(delay) AS c, SUM(delay) AS s, MIN(delay) AS lo, MAX(distance) AS hi FROM flights",
                "SELECT origin, COUNT(*) AS n, SUM(delay) AS s, MIN(delay) AS lo, MAX(delay) AS hi FROM flights GROUP BY origin",
                "SELECT origin, AVG(CAST(delay AS DOUBLE)) AS m FROM flights GROUP BY origin",
                "SELECT destination, COUNT(DISTINCT origin) AS o, COUNT(*) FILTER (WHERE delay > 0) AS late, "
                        + "SUM(distance) FILTER (WHERE delay <= 0) AS d FROM flights GROUP BY destination",
                "SELECT origin, destination, COUNT(*) AS n FROM flights GROUP BY origin, destination HAVING COUNT(*) > 20",
                "SELECT DISTINCT origin FROM flights",
                "SELECT origin FROM flights UNION SELECT destination FROM flights",
                "SELECT state, COUNT(*) AS n FROM airports GROUP BY state",
                "SELECT a.state, COUNT(*) AS n, SUM(f.delay) AS s FROM flights f JOIN airports a ON f.origin = a.iata "
                        + "GROUP BY a.state",
                "SELECT a.iata, COUNT(f.origin) AS n FROM airports a LEFT JOIN flights f ON f.origin = a.iata "
                        + "AND f.delay > 100 GROUP BY a.iata",
                "SELECT f.origin, COUNT(a.iata) AS n FROM flights f LEFT JOIN airports a ON f.origin = a.iata "
                        + "AND a.state = 'TX' GROUP BY f.origin",
                "SELECT a.state, COUNT(*) AS n FROM flights f RIGHT JOIN airports a ON f.destination = a.iata "
                        + "GROUP BY a.state",
                "SELECT COUNT(*) AS n, COUNT(x.origin) AS o, COUNT(y.destination) AS d FROM "
                        + "(SELECT origin, COUNT(*) AS n FROM flights WHERE delay > 60 GROUP BY origin) x FULL JOIN "
                        + "(SELECT destination, COUNT(*) AS n FROM flights WHERE delay > 60 GROUP BY destination) y "
                        + "ON x.origin = y.destination AND x.n < y.n",
                "SELECT o.state AS o, d.state AS d, COUNT(*) AS n FROM flights f JOIN airports o ON f.origin = o.iata "
                        + "JOIN airports d ON f.destination = d.iata GROUP BY o.state, d.state",
                "SELECT origin, COUNT(*) AS n FROM flights WHERE origin IN (SELECT iata FROM airports WHERE state = 'CA') "
                        + "GROUP BY origin",
                "SELECT iata FROM airports a WHERE EXISTS (SELECT 1 FROM flights f WHERE f.origin = a.iata AND f.delay > 300)",
                "SELECT COUNT(*) AS n FROM airports a WHERE NOT EXISTS (SELECT 1 FROM flights f WHERE f.origin = a.iata)",
                "SELECT origin, distance FROM flights WHERE distance = (SELECT MAX(distance) FROM flights)",
                "SELECT n, COUNT(*) AS origins FROM (SELECT origin, COUNT(*) AS n FROM flights GROUP BY origin) AS x GROUP BY n")) {
            queries.add(Pair.same(sql));
        }
        queries.addAll(windows());
        ordered().forEach(sql -> queries.add(Pair.same(sql)));
        return queries;
    }

    private static List<String> ordered() {
        String all = "departure, origin, destination, delay, distance";
        return List.of(
                "SELECT origin, destination, delay, n FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY origin "
                        + "ORDER BY delay DESC NULLS LAST, departure, destination, distance) AS n FROM flights) x WHERE n <= 3",
                "SELECT " + all + " FROM flights QUALIFY RANK() OVER (PARTITION BY origin ORDER BY distance DESC) <= 2",
                "SELECT destination, n, d FROM (SELECT destination, COUNT(*) AS n, DENSE_RANK() OVER (ORDER BY COUNT(*)) "
                        + "AS d FROM flights GROUP BY destination) x WHERE d < 6",
                "SELECT SUM(distance) AS s FROM (SELECT distance FROM flights ORDER BY distance DESC LIMIT 50) x",
                "SELECT origin, departure, delay, LAG(delay) OVER w AS l, SUM(delay) OVER w AS s, MIN(distance) OVER w AS m "
                        + "FROM flights WINDOW w AS (PARTITION BY origin ORDER BY " + all + ")",
                "SELECT origin, departure, COUNT(*) OVER (PARTITION BY origin ORDER BY departure RANGE BETWEEN "
                        + "INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) AS n FROM flights",
                "SELECT departure, MAX(delay) OVER (ORDER BY " + all
                        + " ROWS BETWEEN 10 PRECEDING AND 2 FOLLOWING) AS m FROM flights");
    }

    private static List<Pair> windows() {
        String day = "CAST(date_trunc('day', departure) AS TIMESTAMP)";
        String everyHour = "FROM flights f JOIN hours h ON f.departure >= h.s AND f.departure < h.s + INTERVAL 6 HOUR ";
        return List.of(
                new Pair(
                        "SELECT window_start, COUNT(*) AS n, SUM(delay) AS s " + WINDOWED
                                + "GROUP BY window_start, window_end",
                        "SELECT " + day + " AS window_start, COUNT(*) AS n, SUM(delay) AS s FROM flights GROUP BY 1"),
                new Pair(
                        "SELECT window_start, origin, COUNT(DISTINCT destination) AS d, MAX(delay) AS hi " + WINDOWED
                                + "GROUP BY window_start, window_end, origin EMIT FINAL",
                        "SELECT " + day
                                + ", origin, COUNT(DISTINCT destination), MAX(delay) FROM flights GROUP BY 1, 2"),
                new Pair(
                        "SELECT w.window_start, a.state, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE flights, "
                                + "DESCRIPTOR(departure), INTERVAL '1' DAY)) w JOIN airports a ON w.origin = a.iata "
                                + "GROUP BY w.window_start, a.state",
                        "SELECT " + day
                                + ", a.state, COUNT(*) FROM flights f JOIN airports a ON f.origin = a.iata GROUP BY 1, 2"),
                new Pair(
                        "SELECT window_start, COUNT(*) AS n, MIN(delay) AS lo FROM TABLE(HOP(TABLE flights, "
                                + "DESCRIPTOR(departure), INTERVAL '1' HOUR, INTERVAL '6' HOUR)) "
                                + "GROUP BY window_start, window_end",
                        "SELECT h.s, COUNT(*), MIN(delay) " + everyHour + "GROUP BY 1"),
                new Pair(
                        "SELECT window_start, origin, COUNT(*) AS n FROM TABLE(HOP(TABLE flights, "
                                + "DESCRIPTOR(departure), INTERVAL '1' HOUR, INTERVAL '6' HOUR)) "
                                + "GROUP BY window_start, window_end, origin EMIT FINAL",
                        "SELECT h.s, origin, COUNT(*) " + everyHour + "GROUP BY 1, 2"));
    }

    @BeforeAll
    static void open() {
        duck = new DuckDb(temporary);
        duck.execute("CREATE TABLE flights AS SELECT CAST(departure AS TIMESTAMP) AS departure, origin, destination, "
                + "CAST(delay AS INT) AS delay, CAST(distance AS INT) AS distance FROM read_json('"
                + EXAMPLES.resolve("flights.ndjson") + "', format = 'newline_delimited')");
        duck.execute("CREATE TABLE airports AS SELECT iata, name, city, state FROM read_csv('"
                + EXAMPLES.resolve("airports.csv") + "', header = true, all_varchar = true)");
        duck.execute("CREATE TABLE hours AS SELECT unnest(generate_series("
                + "(SELECT date_trunc('day', MIN(departure)) - INTERVAL 1 DAY FROM flights), "
                + "(SELECT MAX(departure) FROM flights), INTERVAL 1 HOUR)) AS s");
        leat = Leat.builder().workingDirectory(EXAMPLES).open();
        leat.execute("CREATE TABLE flights (departure TIMESTAMP(3), origin STRING, destination STRING, delay INT, "
                + "distance INT, WATERMARK FOR departure AS departure - INTERVAL '1' HOUR) "
                + "WITH ('connector' = 'filesystem', 'path' = 'flights.ndjson', 'format' = 'json')");
        leat.execute("CREATE TABLE airports (iata STRING, name STRING, city STRING, state STRING, "
                + "PRIMARY KEY (iata) NOT ENFORCED) WITH ('connector' = 'filesystem', 'path' = 'airports.csv', "
                + "'format' = 'csv', 'csv.header' = 'true')");
    }

    @AfterAll
    static void close() {
        leat.close();
        duck.close();
    }

    @TestFactory
    Stream<DynamicTest> viewsEndAsDuckDbAnswers() {
        List<Pair> queries = queries();
        for (int i = 0; i < queries.size(); i++) {
            leat.execute(
                    "CREATE MATERIALIZED VIEW v" + i + " AS " + queries.get(i).leat());
        }
        leat.awaitCompletion(PATIENCE);
        return Stream.iterate(0, i -> i + 1)
                .limit(queries.size())
                .map(i -> dynamicTest(queries.get(i).leat(), () -> compare("v" + i, queries.get(i))));
    }

    private static void compare(String view, Pair query) {
        List<String> expected = SameValue.rows(duck.rows(query.duck()));
        List<List<Object>> rows = leat.query("SELECT * FROM " + view).rows().stream()
                .map(Row::values)
                .toList();
        assertFalse(expected.isEmpty());
        assertEquals(String.join("\n", expected), String.join("\n", SameValue.rows(rows)));
    }
}
