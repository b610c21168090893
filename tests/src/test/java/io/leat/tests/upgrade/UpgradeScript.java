package io.leat.tests.upgrade;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What runs in a directory of another version, stage by stage; relative paths are below its working directory. */
final class UpgradeScript {
    private static final String DEFINITIONS = """
            CREATE TABLE orders (id BIGINT, customer STRING, amount DECIMAL(10, 2), placed TIMESTAMP(3),
              WATERMARK FOR placed AS placed - INTERVAL '1' SECOND)
            WITH ('connector' = 'filesystem', 'path' = 'orders', 'format' = 'csv', 'source.monitor-interval' = '5 ms');
            CREATE TABLE customers (name STRING PRIMARY KEY NOT ENFORCED, city STRING);
            CREATE TABLE notes (id BIGINT, note STRING);
            CREATE TABLE large_orders (id BIGINT, customer STRING, amount DECIMAL(10, 2))
            WITH ('connector' = 'filesystem', 'path' = 'large', 'format' = 'csv');

            CREATE MATERIALIZED VIEW windows AS
            SELECT window_start, COUNT(*) AS orders, SUM(amount) AS paid, MAX(customer) AS last_name
            FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(placed), INTERVAL '10' SECOND)) GROUP BY window_start, window_end;
            CREATE MATERIALIZED VIEW sessions AS
            SELECT customer, window_start, window_end, COUNT(*) AS orders
            FROM TABLE(SESSION(TABLE orders PARTITION BY customer, DESCRIPTOR(placed), INTERVAL '5' SECOND))
            GROUP BY customer, window_start, window_end;
            CREATE MATERIALIZED VIEW joined AS
            SELECT o.id, o.customer, c.city FROM orders o JOIN customers c ON o.customer = c.name;
            CREATE MATERIALIZED VIEW top_orders AS
            SELECT customer, amount, id FROM (
              SELECT customer, amount, id,
                ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount DESC, id) AS place FROM orders)
            WHERE place <= 2;
            CREATE MATERIALIZED VIEW cities AS SELECT DISTINCT city FROM customers;
            CREATE MATERIALIZED VIEW noted AS SELECT COUNT(*) AS notes, MIN(note) AS first_note, AVG(id) AS mean FROM notes;
            CREATE MATERIALIZED VIEW counted AS SELECT COUNT(*) AS orders FROM orders;
            """;

    /** What fixtures have beside it whose name says so: distinct values, which lie where their hash says. */
    private static final String DISTINCT = """
            CREATE MATERIALIZED VIEW different AS
            SELECT COUNT(DISTINCT customer) AS customers, COUNT(DISTINCT amount) AS amounts, COUNT(*) AS orders FROM orders;
            CREATE MATERIALIZED VIEW different_by_day AS
            SELECT id % 3 AS part, COUNT(DISTINCT customer) AS customers, COUNT(DISTINCT customer) FILTER (WHERE amount > 50) AS large
            FROM orders GROUP BY id % 3;
            CREATE MATERIALIZED VIEW different_notes AS SELECT COUNT(DISTINCT note) AS notes, SUM(DISTINCT id) AS ids FROM notes;
            """;

    private static final String JOB =
            "INSERT INTO large_orders SELECT id, customer, amount FROM orders WHERE amount > 50";

    private static final List<String> CONTENTS =
            List.of("windows", "sessions", "joined", "top_orders", "cities", "noted", "counted", "customers", "notes");
    private static final List<String> DISTINCT_CONTENTS = List.of("different", "different_by_day", "different_notes");
    private static final int ORDERS = 40;
    private static final int CUSTOMERS = 7;
    private static final int PRIME = 37;
    private static final int CENTS = 100;
    private static final int CITIES = 5;
    private static final int MINUTE = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 5;

    private UpgradeScript() {}

    /** Opens the database in a directory, beside which the files lie that its tables name. */
    static Leat open(Path directory) {
        return Leat.builder()
                .directory(directory.resolve("database"))
                .workingDirectory(directory)
                .checkpointInterval(Duration.ofHours(1))
                .shards(2)
                .open();
    }

    /** A database in memory that reads the same files. */
    static Leat inMemory(Path directory) {
        return Leat.builder().workingDirectory(directory).shards(2).open();
    }

    /** Makes tables and views, before the first stage, those over distinct values as well if wanted. */
    static void define(Leat leat, boolean distinct) {
        leat.execute(DEFINITIONS);
        if (distinct) {
            leat.execute(DISTINCT);
        }
    }

    /** Begins the job, which only one database can have at a time. */
    static void begin(Leat leat) {
        leat.execute(JOB);
    }

    /** Writes the file of orders of a stage. */
    static void writeOrders(Path directory, int stage) throws IOException {
        Path file = directory.resolve("orders").resolve("orders-" + stage + ".csv");
        Files.createDirectories(file.getParent());
        List<String> lines = IntStream.range(stage * ORDERS, (stage + 1) * ORDERS)
                .mapToObj(UpgradeScript::order)
                .toList();
        Path written = Files.write(directory.resolve("orders-" + stage + ".new"), lines);
        Files.move(written, file);
    }

    private static String order(int id) {
        int mixed = id * PRIME;
        return String.format(
                Locale.ROOT,
                "%d,customer %d,%d.%02d,2026-01-01 00:%02d:%02d",
                id,
                mixed % CUSTOMERS,
                mixed % CENTS,
                id % CENTS,
                id / MINUTE,
                id % MINUTE);
    }

    /** Does what a stage does beside reading orders. */
    static void change(Leat leat, int stage) {
        for (int i = 0; i < CUSTOMERS; i++) {
            leat.execute(
                    "INSERT INTO customers VALUES ('customer " + i + "', 'city " + (i * (stage + 1) % CITIES) + "')");
        }
        leat.execute("DELETE FROM customers WHERE name = 'customer " + stage + "'");
        leat.execute("INSERT INTO notes VALUES (" + stage + ", 'note " + stage + "'), (" + stage + ", NULL)");
        leat.execute("UPDATE notes SET note = 'changed' WHERE id = " + (stage - 1));
    }

    /** Waits until all orders of so many stages are in the views. */
    static void awaitOrders(Leat leat, int stages) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long wanted = (long) stages * ORDERS;
        while (leat.execute("SELECT orders FROM counted").next().orElseThrow().getLong(0) < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all of " + wanted + " orders were read");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** What all views and ordinary tables contain, by name, each as sorted lines. */
    static Map<String, List<String>> contents(Leat leat, boolean distinct) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        if (distinct) {
            DISTINCT_CONTENTS.forEach(name -> contents.put(name, rows(leat, "SELECT * FROM " + name)));
        }
        CONTENTS.forEach(name -> contents.put(name, rows(leat, "SELECT * FROM " + name)));
        return contents;
    }

    private static List<String> rows(Leat leat, String query) {
        List<String> rows = new ArrayList<>();
        for (Row row : leat.execute(query)) {
            rows.add(row.toString());
        }
        return rows.stream().sorted().toList();
    }

    /** What the job has written into files that readers may see, as sorted lines. */
    static List<String> written(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory.resolve("large"))) {
            for (Path file : files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream().sorted().toList();
    }

    /** The lines that the job must have written when orders of so many stages were read. */
    static List<String> expectedLines(int stages) {
        return IntStream.range(0, stages * ORDERS)
                .mapToObj(UpgradeScript::order)
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .filter(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)) > CENTS / 2.0)
                .sorted()
                .toList();
    }
}
