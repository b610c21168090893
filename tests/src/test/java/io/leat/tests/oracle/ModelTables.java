package io.leat.tests.oracle;

import io.leat.core.plan.Scan;
import io.leat.executor.oracle.Bag;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the tables of a random history contain, and the statements that bring them there: a stream of events {@code r},
 * two ordinary tables {@code a} and {@code b}, and a keyed one {@code c}. Every statement is one tick.
 */
final class ModelTables {
    /** How the tables are made. */
    static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE r (id INT, k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '3' SECOND)",
            "CREATE TABLE a (id INT, k STRING, v INT)",
            "CREATE TABLE b (id INT, k STRING, v INT)",
            "CREATE TABLE c (id INT, k STRING, PRIMARY KEY (id) NOT ENFORCED)");

    private static final long DELAY_MILLIS = 3_000;
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 31, 10, 0);
    private static final int IDS = 8;
    private static final int KEYS = 4;
    private static final int PACE_MILLIS = 1_500;
    private static final int DISORDER_MILLIS = 9_000;

    private final Random random;
    private final Map<String, List<List<Object>>> rows = new LinkedHashMap<>();
    private long now;
    private long watermark = Long.MIN_VALUE;

    ModelTables(Random random) {
        this.random = random;
        List.of("r", "a", "b", "c").forEach(name -> rows.put(name, new ArrayList<>()));
    }

    /** How far event time has come. */
    long watermark() {
        return watermark;
    }

    /** The rows that a scan of a table reads. */
    Bag read(Scan scan) {
        Bag bag = new Bag();
        for (List<Object> row : rows.get(scan.relation())) {
            List<Object> read = new ArrayList<>();
            scan.columns().forEach(column -> read.add(row.get(column)));
            if (scan.arrival()) {
                read.add(row.get(row.size() - 1));
            }
            bag.add(read, 1);
        }
        return bag;
    }

    /** Changes the model and answers the statement that does the same. */
    String next() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> insertEvents();
            case 3, 4 -> insert("a");
            case 5, 6 -> insert("b");
            case 7 -> upsert();
            case 8 -> update(random.nextBoolean() ? "a" : "b");
            case 9 -> delete(random.nextBoolean() ? "a" : "b");
            case 10 -> delete("c");
            default -> advance();
        };
    }

    private String insertEvents() {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            now += random.nextInt(PACE_MILLIS);
            LocalDateTime ts = random.nextInt(15) == 0
                    ? null
                    : BEGIN.plusNanos((now - random.nextInt(DISORDER_MILLIS)) * 1_000_000);
            Object key = key();
            Object value = value();
            int id = random.nextInt(IDS);
            rows.get("r").add(Bag.row(id, key, value, ts, watermark));
            if (ts != null) {
                watermark = Math.max(watermark, millis(ts) - DELAY_MILLIS);
            }
            String time = ts == null ? "CAST(NULL AS TIMESTAMP(3))" : "TIMESTAMP '" + text(ts) + "'";
            values.add("(" + id + ", " + sql(key) + ", " + sql(value) + ", " + time + ")");
        }
        return "INSERT INTO r VALUES " + String.join(", ", values);
    }

    private String insert(String table) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Object key = key();
            Object value = value();
            int id = random.nextInt(IDS);
            rows.get(table).add(Bag.row(id, key, value));
            values.add("(" + id + ", " + sql(key) + ", " + sql(value) + ")");
        }
        return "INSERT INTO " + table + " VALUES " + String.join(", ", values);
    }

    private String upsert() {
        int id = random.nextInt(IDS);
        Object key = key();
        rows.get("c").removeIf(row -> row.get(0).equals(id));
        rows.get("c").add(Bag.row(id, key));
        return "INSERT INTO c VALUES (" + id + ", " + sql(key) + ")";
    }

    private String update(String table) {
        int id = random.nextInt(IDS);
        Object key = key();
        rows.get(table).replaceAll(row -> row.get(0).equals(id) ? Bag.row(id, key, row.get(2)) : row);
        return "UPDATE " + table + " SET k = " + sql(key) + " WHERE id = " + id;
    }

    private String delete(String table) {
        int id = random.nextInt(IDS);
        rows.get(table).removeIf(row -> row.get(0).equals(id));
        return "DELETE FROM " + table + " WHERE id = " + id;
    }

    private String advance() {
        LocalDateTime time = BEGIN.plusNanos((now - random.nextInt(PACE_MILLIS)) * 1_000_000);
        watermark = Math.max(watermark, millis(time));
        return "ALTER TABLE r ADVANCE WATERMARK TO TIMESTAMP '" + text(time) + "'";
    }

    /** The last statement: no more events will come. */
    String end() {
        watermark = Long.MAX_VALUE;
        return "ALTER TABLE r ADVANCE WATERMARK TO END";
    }

    private String key() {
        int key = random.nextInt(KEYS + 1);
        return key == KEYS ? null : "k" + key;
    }

    private Integer value() {
        return random.nextInt(6) == 0 ? null : random.nextInt(10);
    }

    private static long millis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static String text(LocalDateTime time) {
        return time.toString().replace('T', ' ') + (time.getSecond() == 0 && time.getNano() == 0 ? ":00" : "");
    }

    private static String sql(Object value) {
        if (value == null) {
            return "NULL";
        }
        return value instanceof String ? "'" + value + "'" : value.toString();
    }
}
