package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tables and views that stay as long as their world, if it has them: a table whose bad records and late rows are kept beside it,
 * and one whose rows are joined with what another has when they come.
 */
final class Extras {
    /** The table with tables beside it; its topic has the same name. */
    static final String DIVERTING = "l";

    /** The view that cannot compute some rows of that table; what it contains is not looked at. */
    static final String FAILING = "f";

    /** The table whose rows look others up; its topic has the same name. */
    static final String LOOKING = "q";

    /** The views that stay. */
    static final Set<String> VIEWS = Set.of("vlw", "vle", "vll", "vlf", "vq", "vm", "vme");

    /** The table that they are looked up in. */
    static final String LOOKED_UP = "d";

    /** The view with what was found. */
    static final String FOUND = "vq";

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 31, 10, 0);
    private static final int PACE_MILLIS = 900;
    private static final int DISORDER_MILLIS = 9_000;
    private static final long WINDOW_MILLIS = 5_000;
    private static final int IDS = 6;

    private final Features features;
    private final Random luck;
    private final Broker broker;
    private long now;

    Extras(Features features, Random luck, Broker broker) {
        this.features = features;
        this.luck = luck;
        this.broker = broker;
        if (features.diversions()) {
            broker.createTopic(DIVERTING, 1 + luck.nextInt(2));
            broker.createTopic("se", 1);
        }
        if (features.lookups()) {
            broker.createTopic(LOOKING, 1 + luck.nextInt(2));
        }
        if (features.idle()) {
            broker.createTopic(IdlePartitions.TABLE, 2 + luck.nextInt(2));
            broker.createTopic(IdlePartitions.SINK, 1);
        }
        if (features.deleted()) {
            broker.createTopic(Deleted.TABLE, 1 + luck.nextInt(2));
        }
    }

    /** Whether there are any. */
    boolean any() {
        return !topics().isEmpty();
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>();
        for (String topic : List.of(DIVERTING, LOOKING, IdlePartitions.TABLE, Deleted.TABLE)) {
            if (broker.hasTopic(topic)) {
                topics.add(topic);
            }
        }
        return topics;
    }

    /** What makes them. */
    List<Statement> beginning() {
        List<Statement> statements = new ArrayList<>();
        if (features.diversions()) {
            String policies = ", 'errors.policy' = 'divert', 'late.policy' = 'divert')";
            statements.add(define(
                    DIVERTING,
                    "CREATE TABLE l (id INT, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '3' SECOND)"
                            + " WITH ('connector' = 'simulated', 'topic' = 'l'" + policies));
            statements.add(view(
                    "vlw",
                    "SELECT window_start, COUNT(*) AS n, SUM(v) AS s FROM TABLE(TUMBLE(TABLE l, DESCRIPTOR(ts),"
                            + " INTERVAL '5' SECOND)) GROUP BY window_start, window_end"));
            statements.add(view("vle", "SELECT source_partition, source_offset, message FROM l$errors"));
            statements.add(view(FAILING, "SELECT 9 / v AS q FROM l"));
            statements.add(view("vlf", "SELECT message, source_partition, source_offset FROM " + FAILING + "$errors"));
            statements.add(view("vll", "SELECT id, v, ts, leat_watermark FROM l$late"));
            statements.add(define(
                    "se",
                    "CREATE TABLE se (part STRING, at BIGINT)"
                            + " WITH ('connector' = 'simulated', 'topic' = 'se', 'mode' = 'changelog')"));
            statements.add(define(
                    "je", "CREATE JOB je AS INSERT INTO se SELECT source_partition, source_offset FROM l$errors"));
        }
        if (features.lookups()) {
            statements.addAll(lookup());
        }
        if (features.idle()) {
            statements.addAll(idle());
        }
        if (features.deleted()) {
            statements.addAll(deleted());
        }
        return statements;
    }

    private static List<Statement> idle() {
        String windows = " FROM TABLE(TUMBLE(TABLE i, DESCRIPTOR(ts), INTERVAL '5' SECOND))"
                + " GROUP BY window_start, window_end";
        return List.of(
                define(
                        IdlePartitions.TABLE,
                        "CREATE TABLE i (id INT, v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '3' SECOND)"
                                + " WITH ('connector' = 'simulated', 'topic' = 'i', 'late.policy' = 'divert',"
                                + " 'scan.watermark.idle-timeout' = '3 s')"),
                view(IdlePartitions.WINDOWS, "SELECT window_start, COUNT(*) AS n, SUM(v) AS s" + windows),
                view(IdlePartitions.LATE, "SELECT id, v, ts FROM i$late"),
                define(
                        IdlePartitions.SINK,
                        "CREATE TABLE si (window_start TIMESTAMP(3), n BIGINT, s INT)"
                                + " WITH ('connector' = 'simulated', 'topic' = 'si', 'mode' = 'append_only')"),
                define(
                        IdlePartitions.JOB,
                        "CREATE JOB kw AS INSERT INTO si SELECT window_start, COUNT(*) AS n, CAST(SUM(v) AS INT) AS s"
                                + windows + " EMIT FINAL"));
    }

    private static List<Statement> deleted() {
        return List.of(
                define(
                        Deleted.TABLE,
                        "CREATE TABLE m (id INT, v INT) WITH ('connector' = 'simulated', 'topic' = 'm',"
                                + " 'missing' = 'earliest', 'errors.policy' = 'divert')"),
                view("vm", "SELECT id, v FROM m"),
                view("vme", "SELECT source_partition, source_offset, message FROM m$errors"));
    }

    /** Changes the table that rows are looked up in. */
    Statement change() {
        Integer id = luck.nextInt(IDS);
        if (luck.nextInt(3) == 0) {
            return new Statement(
                    LOOKED_UP,
                    "DELETE FROM d WHERE id = " + id,
                    model -> model.replace(LOOKED_UP, row -> row.get(0).equals(id) ? null : row));
        }
        String name = "name" + luck.nextInt(5);
        return new Statement(
                LOOKED_UP,
                "INSERT INTO d VALUES (" + id + ", '" + name + "')",
                model -> model.upsert(LOOKED_UP, Bag.row(id, name)));
    }

    private List<Statement> lookup() {
        String names = "CREATE TABLE d (id INT, name STRING, PRIMARY KEY (id) NOT ENFORCED)";
        return List.of(
                new Statement(LOOKED_UP, names, model -> model.defineTable(LOOKED_UP, names)),
                new Statement(
                        LOOKED_UP,
                        "INSERT INTO d VALUES (0, 'zero'), (1, 'one'), (2, NULL)",
                        model -> model.insert(
                                LOOKED_UP, List.of(Bag.row(0, "zero"), Bag.row(1, "one"), Bag.row(2, null)))),
                define(
                        LOOKING,
                        "CREATE TABLE q (id INT, v INT, pt AS PROCTIME())"
                                + " WITH ('connector' = 'simulated', 'topic' = 'q')"),
                view(
                        "vq",
                        "SELECT q.id, q.v, d.name FROM q LEFT JOIN d FOR SYSTEM_TIME AS OF q.pt AS d ON q.id = d.id"));
    }

    private static Statement view(String name, String query) {
        return define(name, "CREATE MATERIALIZED VIEW " + name + " AS " + query);
    }

    private static Statement define(String name, String sql) {
        return new Statement(name, sql, model -> model.define(name, sql));
    }

    /** Some records for the topics. */
    void produce() {
        for (int i = luck.nextInt(6); i >= 0; i--) {
            String topic = Queries.pick(luck, topics());
            List<Partition> partitions = broker.topic(topic);
            boolean timed = topic.equals(DIVERTING) || topic.equals(IdlePartitions.TABLE);
            List<Object> values = timed ? timed() : Bag.row(luck.nextInt(IDS), luck.nextInt(9));
            boolean bad = luck.nextInt(6) == 0;
            Entry.State state = luck.nextInt(8) == 0 ? Entry.State.ABORTED : Entry.State.COMMITTED;
            partitions.get(luck.nextInt(partitions.size())).append(new Entry(bad ? null : values, 1, 0, state));
        }
    }

    private List<Object> timed() {
        now += luck.nextInt(PACE_MILLIS);
        LocalDateTime time = BEGIN.plusNanos((now - luck.nextInt(DISORDER_MILLIS)) * 1_000_000);
        return Bag.row(luck.nextInt(IDS), luck.nextInt(9), luck.nextInt(20) == 0 ? null : time);
    }

    /** The records that could not be read: all that may be asked is partition, offset and message. */
    static Bag errors(Broker broker, Position read) {
        Bag bag = new Bag();
        for (Partition partition : broker.topic(DIVERTING)) {
            for (long offset = 0; offset < read.offset(partition.name()); offset++) {
                Entry entry = partition.entry(offset);
                if (entry.isCommitted() && entry.isBad()) {
                    bag.add(Bag.row(null, partition.name(), offset, null, "it is no record"), 1);
                }
            }
        }
        return bag;
    }

    /** The rows that cannot be computed: all that may be asked is message, partition and offset. */
    static Bag failures(Broker broker, Position read) {
        Bag bag = new Bag();
        for (Partition partition : broker.topic(DIVERTING)) {
            for (long offset = 0; offset < read.offset(partition.name()); offset++) {
                Entry entry = partition.entry(offset);
                if (entry.isCommitted()
                        && !entry.isBad()
                        && entry.values().get(1).equals(0)) {
                    bag.add(Bag.row(null, null, "division by zero", null, partition.name(), offset), 1);
                }
            }
        }
        return bag;
    }

    /** Of rows with their arrival those that came behind the end of their window, with that. */
    static Bag late(Bag timed) {
        Bag late = new Bag();
        timed.rows().forEach((row, weight) -> {
            LocalDateTime time = (LocalDateTime) row.get(2);
            long arrival = (Long) row.get(3);
            if (time != null && arrival != Long.MIN_VALUE) {
                long millis = time.toInstant(ZoneOffset.UTC).toEpochMilli();
                long end = Math.floorDiv(millis, WINDOW_MILLIS) * WINDOW_MILLIS + WINDOW_MILLIS;
                if (end - 1 <= arrival) {
                    LocalDateTime watermark = LocalDateTime.ofEpochSecond(
                            Math.floorDiv(arrival, 1_000L),
                            (int) Math.floorMod(arrival, 1_000L) * 1_000_000,
                            ZoneOffset.UTC);
                    late.add(Bag.row(row.get(0), row.get(1), time, watermark), weight);
                }
            }
        });
        return late;
    }
}
