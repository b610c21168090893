package io.leat.tests.simulation;

import io.leat.executor.oracle.Bag;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Decides by chance what people and programs do to the database and to the topics that it reads. */
final class Workload {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 31, 10, 0);
    private static final int IDS = 8;
    private static final int KEYS = 4;
    private static final int PACE_MILLIS = 900;
    private static final int DISORDER_MILLIS = 5_000;
    private static final int VIEWS_MAX = 5;
    private static final int JOBS_MAX = 3;

    private final Random random;
    private final Broker broker;
    private final boolean keyedTopic;
    private final boolean processingTime;
    private long now;
    private int names;

    Workload(Random random, Broker broker) {
        this.random = random;
        this.broker = broker;
        this.keyedTopic = random.nextBoolean();
        this.processingTime = random.nextInt(3) == 0;
        broker.createTopic("r", 1 + random.nextInt(3));
        broker.createTopic("b", 1 + random.nextInt(2));
        broker.createTopic("c", 1 + random.nextInt(2));
        broker.createTopic(ProcessingTimes.TABLE, 1 + random.nextInt(2));
    }

    /** The tables, then a few views and jobs. */
    List<Statement> beginning() {
        List<Statement> statements = new ArrayList<>();
        statements.add(table(
                "r",
                "id INT, k STRING, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '3' SECOND",
                topic("r", "none")));
        statements.add(table("b", "id INT, k STRING, v INT", topic("b", "none")));
        statements.add(table("a", "id INT, k STRING, v INT", ""));
        statements.add(
                table("c", "id INT, k STRING, PRIMARY KEY (id) NOT ENFORCED", keyedTopic ? topic("c", "none") : ""));
        if (processingTime) {
            statements.add(
                    table(ProcessingTimes.TABLE, "v INT, pt AS PROCTIME()", topic(ProcessingTimes.TABLE, "none")));
            statements.add(view(ProcessingTimes.VIEW, ProcessingTimes.QUERY));
        }
        return statements;
    }

    private static String topic(String name, String mode) {
        return " WITH ('connector' = 'simulated', 'topic' = '" + name + "', 'mode' = '" + mode + "')";
    }

    private static Statement table(String name, String columns, String options) {
        String sql = "CREATE TABLE " + name + " (" + columns + ")" + options;
        return new Statement(
                name, sql, model -> options.isEmpty() ? model.defineTable(name, sql) : model.define(name, sql));
    }

    /** Whether there is a view over processing time, of which it is hard to say what it contains if the clock goes back. */
    boolean hasProcessingTime() {
        return processingTime;
    }

    /** One or more statements that define something, or take something away. */
    List<Statement> define(Model model) {
        List<String> views = named(model, "v").stream()
                .filter(name -> !name.equals(ProcessingTimes.VIEW) && !Extras.VIEWS.contains(name))
                .toList();
        List<String> jobs = named(model, "j");
        int chance = random.nextInt(10);
        if (chance < 3 && jobs.size() < JOBS_MAX) {
            return job(jobs);
        }
        if (chance < 7 && views.size() < VIEWS_MAX) {
            return views.size() + 2 < VIEWS_MAX && random.nextInt(3) == 0 ? tower() : List.of(view(newName("v")));
        }
        if (chance < 8 && !jobs.isEmpty()) {
            String job = Queries.pick(random, jobs);
            return List.of(new Statement(job, "STOP JOB " + job, before -> before.drop(job)));
        }
        if (views.isEmpty()) {
            return List.of(view(newName("v")));
        }
        String view = Queries.pick(random, views);
        boolean drop = random.nextBoolean();
        return List.of(
                drop ? new Statement(view, "DROP VIEW " + view, before -> before.drop(view)) : replacement(view));
    }

    private static List<String> named(Model model, String beginning) {
        return model.definitions().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .sorted()
                .toList();
    }

    private String newName(String beginning) {
        return beginning + ++names;
    }

    private Statement view(String name) {
        return view(name, Queries.view(random));
    }

    private static Statement view(String name, String query) {
        String sql = "CREATE MATERIALIZED VIEW " + name + " AS " + query;
        return new Statement(name, sql, model -> model.define(name, sql));
    }

    private Statement replacement(String name) {
        String sql = "CREATE OR REPLACE MATERIALIZED VIEW " + name + " AS " + Queries.view(random);
        return new Statement(name, sql, model -> model.define(name, sql));
    }

    private List<Statement> tower() {
        List<String> queries = Queries.tower(random);
        String ground = newName("v");
        String above = queries.get(1 + random.nextInt(queries.size() - 1));
        return List.of(view(ground, queries.get(0)), view(newName("v"), String.format(Locale.ROOT, above, ground)));
    }

    private List<Statement> job(List<String> jobs) {
        Queries.Output output = Queries.output(random);
        String sink = newName("s");
        String job = random.nextBoolean() ? "j" + random.nextInt(2) : newName("j");
        if (jobs.contains(job)) {
            job = newName("j");
        }
        broker.createTopic(sink, 1);
        String name = job;
        String sql = "CREATE JOB " + name + " AS INSERT INTO " + sink + " " + output.query();
        return List.of(
                table(sink, output.columns(), topic(sink, output.mode())),
                new Statement(name, sql, model -> model.define(name, sql)));
    }

    /** A statement that changes rows. */
    Statement write() {
        return switch (random.nextInt(keyedTopic ? 6 : 8)) {
            case 0, 1, 2 -> insert();
            case 3 -> update();
            case 4, 5 -> delete();
            default -> upsert();
        };
    }

    private Statement insert() {
        List<List<Object>> rows = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Object> row = Bag.row(random.nextInt(IDS), key(), value());
            rows.add(row);
            texts.add("(" + row.get(0) + ", " + sql(row.get(1)) + ", " + sql(row.get(2)) + ")");
        }
        String sql = "INSERT INTO a VALUES " + String.join(", ", texts);
        return new Statement("a", sql, model -> model.insert("a", rows));
    }

    private Statement update() {
        Integer id = random.nextInt(IDS);
        String key = key();
        return new Statement(
                "a",
                "UPDATE a SET k = " + sql(key) + " WHERE id = " + id,
                model -> model.replace("a", row -> row.get(0).equals(id) ? Bag.row(id, key, row.get(2)) : row));
    }

    private Statement delete() {
        Integer id = random.nextInt(IDS);
        String table = keyedTopic || random.nextBoolean() ? "a" : "c";
        return new Statement(
                table,
                "DELETE FROM " + table + " WHERE id = " + id,
                model -> model.replace(table, row -> row.get(0).equals(id) ? null : row));
    }

    private Statement upsert() {
        List<Object> row = Bag.row(random.nextInt(IDS), key());
        String sql = "INSERT INTO c VALUES (" + row.get(0) + ", " + sql(row.get(1)) + ")";
        return new Statement("c", sql, model -> model.upsert("c", row));
    }

    /** Some records for the topics, perhaps in a transaction that is decided later, if ever. */
    void produce() {
        boolean transaction = random.nextInt(6) == 0;
        List<Partition> partitions = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String topic = Queries.pick(random, List.of("r", "r", "b", "c", ProcessingTimes.TABLE));
            Entry entry = record(topic, transaction ? Entry.State.OPEN : Entry.State.COMMITTED);
            List<Partition> candidates = broker.topic(topic);
            entries.add(entry);
            partitions.add(candidates.get(partition(topic, entry, candidates.size())));
        }
        if (transaction) {
            broker.transaction("producer" + random.nextInt(2), partitions, entries, random.nextBoolean());
        } else {
            for (int i = 0; i < entries.size(); i++) {
                partitions.get(i).append(entries.get(i));
            }
        }
    }

    private int partition(String topic, Entry entry, int count) {
        return topic.equals("c") && !entry.isBad() ? (Integer) entry.values().get(0) % count : random.nextInt(count);
    }

    private Entry record(String topic, Entry.State state) {
        if (random.nextInt(25) == 0) {
            return new Entry(null, 1, 0, state);
        }
        now += random.nextInt(PACE_MILLIS);
        Integer id = random.nextInt(IDS);
        return switch (topic) {
            case "r" -> new Entry(Bag.row(id, key(), value(), time()), 1, 0, state);
            case ProcessingTimes.TABLE -> new Entry(Bag.row(value()), 1, 0, state);
            case "b" -> new Entry(Bag.row(id, key(), value()), 1, 0, state);
            default -> new Entry(Bag.row(id, key()), random.nextInt(4) == 0 ? -1 : 1, 0, state);
        };
    }

    private LocalDateTime time() {
        return random.nextInt(20) == 0 ? null : BEGIN.plusNanos((now - random.nextInt(DISORDER_MILLIS)) * 1_000_000);
    }

    private String key() {
        int key = random.nextInt(KEYS + 1);
        return key == KEYS ? null : "k" + key;
    }

    private Integer value() {
        return random.nextInt(6) == 0 ? null : random.nextInt(10);
    }

    private static String sql(Object value) {
        if (value == null) {
            return "NULL";
        }
        return value instanceof String ? "'" + value + "'" : value.toString();
    }
}
