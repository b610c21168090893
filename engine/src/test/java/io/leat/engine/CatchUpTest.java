package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view shows the same, whether it was made before the data, in the middle of it, or after it. */
class CatchUpTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int STEPS = 6;

    @TempDir
    Path directory;

    private final Script events = new Script().partitions("p0", "p1").rowsPerPoll(7);
    private final Random random = new Random(42);

    /** Every view by name, in an order in which each comes after what it reads. */
    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("plain", "SELECT k, v FROM bag WHERE v % 2 = 0");
        views.put("sums", "SELECT k, SUM(v) AS v, COUNT(DISTINCT v) AS d, MIN(v) AS low FROM bag GROUP BY k");
        views.put("best", "SELECT MAX(v) AS best, COUNT(*) AS n FROM keyed");
        views.put("named", "SELECT e.k, n.name, e.v FROM events e LEFT JOIN names n ON e.k = n.k");
        views.put("followed", "SELECT k, COUNT(*) AS n FROM lines GROUP BY k");
        views.put("generated", "SELECT a % 3 AS k, COUNT(*) AS n, SUM(a) AS s FROM numbers GROUP BY a % 3");
        views.put(
                "hourly",
                "SELECT window_start, k, SUM(v) AS v FROM TABLE(TUMBLE(TABLE events, DESCRIPTOR(ts), INTERVAL '1' HOUR)) "
                        + "GROUP BY window_start, window_end, k");
        views.put("closed", views.get("hourly") + " EMIT FINAL");
        views.put(
                "hopped",
                "SELECT window_end, COUNT(*) AS n FROM "
                        + "TABLE(HOP(TABLE events, DESCRIPTOR(ts), INTERVAL '30' MINUTE, INTERVAL '1' HOUR)) "
                        + "GROUP BY window_start, window_end");
        views.put(
                "visits",
                "SELECT k, window_start, window_end, COUNT(*) AS n FROM "
                        + "TABLE(SESSION(TABLE events PARTITION BY k, DESCRIPTOR(ts), INTERVAL '20' MINUTE)) "
                        + "GROUP BY k, window_start, window_end");
        views.put("onviews", "SELECT s.k, s.v + COALESCE(f.n, 0) AS x FROM sums s FULL JOIN followed f ON s.k = f.k");
        views.put("onclosed", "SELECT k, COUNT(*) AS n, SUM(v) AS v FROM closed GROUP BY k");
        views.put("joined", "SELECT b.k, k.v + b.v AS v FROM keyed k JOIN bag b ON k.k = b.k");
        views.put("mixed", "SELECT k FROM plain UNION ALL SELECT k FROM followed UNION ALL SELECT name FROM named");
        return views;
    }

    private Leat open() throws IOException {
        Files.writeString(directory.resolve("names.csv"), "k,name\nk1,one\nk2,two\nk2,deux\n");
        Files.writeString(directory.resolve("lines.ndjson"), "");
        Leat leat = Leat.builder()
                .workingDirectory(directory)
                .connector(new ScriptedConnector(Map.of("e", events)))
                .open();
        leat.execute("CREATE TABLE bag (k STRING, v INT)");
        leat.execute("CREATE TABLE keyed (k STRING, v INT, PRIMARY KEY (k) NOT ENFORCED)");
        leat.execute(
                "CREATE TABLE events (k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '10' MINUTE)"
                        + " WITH ('connector'='scripted', 'script'='e')");
        leat.execute("CREATE TABLE names (k STRING, name STRING, PRIMARY KEY (k) NOT ENFORCED)"
                + " WITH ('connector'='filesystem', 'path'='names.csv', 'format'='csv', 'csv.header'='true')");
        leat.execute("CREATE TABLE lines (k STRING) WITH ('connector'='filesystem', 'path'='lines.ndjson',"
                + " 'format'='json', 'source.monitor-interval'='5 ms')");
        leat.execute("CREATE TABLE numbers (a BIGINT) WITH ('connector'='datagen', 'number-of-rows'='500',"
                + " 'fields.a.kind'='sequence', 'fields.a.start'='1', 'fields.a.end'='500')");
        return leat;
    }

    @Test
    void aViewShowsTheSameWheneverItWasMade() throws IOException {
        try (Leat leat = open()) {
            create(leat, "early_");
            for (int step = 0; step < STEPS; step++) {
                if (step == STEPS / 2) {
                    create(leat, "middle_");
                }
                change(leat, step);
                if (step % 2 == 0) {
                    leat.execute("FLUSH");
                }
            }
            create(leat, "late_");
            same(leat);
            change(leat, STEPS);
            same(leat);
            events.row("p0", "k0", 1, START.plusHours(90)).row("p1", "k0", 1, START.plusHours(90));
            same(leat);
            assertFalse(rows(leat, "SELECT * FROM early_closed").isEmpty());
            dropInTurns(leat);
        }
    }

    /** Operators that views share stay as long as one of them needs them. */
    private void dropInTurns(Leat leat) throws IOException {
        drop(leat, "early_");
        change(leat, STEPS + 1);
        compare(leat, "middle_", "late_");
        drop(leat, "late_");
        change(leat, STEPS + 2);
        create(leat, "again_");
        compare(leat, "middle_", "again_");
    }

    private static void create(Leat leat, String prefix) {
        views().forEach((name, query) ->
                leat.execute("CREATE MATERIALIZED VIEW " + prefix + name + " AS " + prefixed(query, prefix)));
    }

    private static String prefixed(String query, String prefix) {
        String text = query;
        for (String name : views().keySet()) {
            text = text.replaceAll("(FROM|JOIN) " + name + "\\b", "$1 " + prefix + name);
        }
        return text;
    }

    private static void drop(Leat leat, String prefix) {
        List<String> names = new ArrayList<>(views().keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            leat.execute("DROP MATERIALIZED VIEW " + prefix + names.get(i));
        }
    }

    private static void same(Leat leat) {
        compare(leat, "early_", "middle_");
        compare(leat, "early_", "late_");
        for (String name : List.of("plain", "sums", "best", "named", "followed", "generated", "hourly", "joined")) {
            assertEquals(sorted(leat, views().get(name)), content(leat, "early_" + name), name + " and its query");
        }
    }

    private static void compare(Leat leat, String one, String other) {
        for (String name : views().keySet()) {
            assertEquals(content(leat, one + name), content(leat, other + name), one + name + " and " + other + name);
        }
    }

    private static List<String> content(Leat leat, String view) {
        return sorted(leat, "SELECT * FROM " + view);
    }

    private static List<String> sorted(Leat leat, String query) {
        return rows(leat, query).stream().map(Object::toString).sorted().toList();
    }

    private void change(Leat leat, int step) throws IOException {
        for (int i = 0; i < 12; i++) {
            String key = "k" + random.nextInt(4);
            leat.query("INSERT INTO bag VALUES (?, ?)", key, random.nextInt(20)).close();
            leat.query("INSERT INTO keyed VALUES (?, ?)", key, random.nextInt(20))
                    .close();
            // Some of these are late: their time lies before what their partition has seen.
            LocalDateTime time = START.plusHours(step).plus(random.nextInt(150) - 60, ChronoUnit.MINUTES);
            events.row("p" + random.nextInt(2), key, random.nextInt(20), time);
            Files.writeString(
                    directory.resolve("lines.ndjson"), "{\"k\":\"" + key + "\"}\n", StandardOpenOption.APPEND);
        }
        leat.query("UPDATE bag SET v = v + 1 WHERE k = ?", "k" + random.nextInt(4))
                .close();
        leat.query("DELETE FROM bag WHERE v = ?", random.nextInt(20)).close();
        leat.query("DELETE FROM keyed WHERE k = ?", "k" + random.nextInt(4)).close();
    }
}
