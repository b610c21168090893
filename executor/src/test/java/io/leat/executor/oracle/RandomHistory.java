package io.leat.executor.oracle;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random history of a few relations, cut into ticks at random: rows are inserted and taken back (never more often than
 * they are there), keys repeat and one of them often, values and times may be NULL, some rows come late.
 *
 * <p>Every relation is one partition whose watermark stays a delay behind its largest time. The watermark of a step is
 * the smallest of all relations after the step's rows. After the last row there is one more step, without rows: the end
 * of all input.
 */
public final class RandomHistory {
    /** The columns of every relation: a key, a time, a number and a text, all nullable. */
    public static final Schema SCHEMA = Schema.of(
            new Field("k", DataType.BIGINT),
            new Field("t", DataType.TIMESTAMP_LTZ),
            new Field("v", DataType.BIGINT),
            new Field("s", DataType.STRING));

    private static final Schema WITH_ARRIVAL = SCHEMA.concat(Schema.of(Scan.ARRIVAL));
    private static final List<Integer> COLUMNS = List.of(0, 1, 2, 3);
    private static final int TIME = 1;
    private static final int RELATIONS = 3;

    /** What arrives in one tick, by relation, with the arrival column; and the watermark after it. */
    public record Step(List<Bag> changes, long watermark) {

        /** What arrives for a scan. */
        public Bag changes(Scan scan) {
            return read(scan, changes.get(relation(scan)));
        }
    }

    private static final class Relation {
        final Bag content = new Bag();
        final List<List<Object>> rows = new ArrayList<>();
        long delay;
        long watermark = Long.MIN_VALUE;
    }

    private final Random random;
    private final boolean keepsClosed;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final double skew;
    private final double retractions;
    private final long pace;
    private long now = 1_000;
    private long watermark = Long.MIN_VALUE;

    private RandomHistory(Random random, boolean keepsClosed) {
        this.random = random;
        this.keepsClosed = keepsClosed;
        this.skew = random.nextDouble();
        this.retractions = random.nextInt(3) * 0.2;
        this.pace = 1 + random.nextInt(4);
        for (int i = 0; i < RELATIONS; i++) {
            Relation relation = new Relation();
            relation.delay = random.nextInt(12);
            relations.add(relation);
        }
    }

    /**
     * A history of about so many rows.
     *
     * @param keepsClosed whether rows whose time the watermark has passed are never taken back
     */
    public static List<Step> of(Random random, int rows, boolean keepsClosed) {
        return new RandomHistory(random, keepsClosed).make(rows);
    }

    /** A scan of one of the relations, with or without the arrival column. */
    public static Scan scan(int relation, boolean arrival) {
        return new Scan("r" + relation, COLUMNS, arrival, ChangeMode.UPDATING, arrival ? WITH_ARRIVAL : SCHEMA);
    }

    /** A scan of any of the relations. */
    public static Scan scan(Random random, boolean arrival) {
        return scan(random.nextInt(RELATIONS), arrival);
    }

    /** The same history without retractions. */
    public static List<Step> appended(List<Step> history) {
        return history.stream()
                .map(step -> new Step(
                        step.changes().stream().map(RandomHistory::inserted).toList(), step.watermark()))
                .toList();
    }

    private static Bag inserted(Bag changes) {
        Bag inserted = new Bag();
        changes.rows().forEach((row, weight) -> inserted.add(row, Math.max(weight, 0)));
        return inserted;
    }

    private static int relation(Scan scan) {
        return scan.relation().charAt(1) - '0';
    }

    private static Bag read(Scan scan, Bag withArrival) {
        if (scan.arrival()) {
            return withArrival;
        }
        Bag rows = new Bag();
        withArrival.rows().forEach((row, weight) -> rows.add(row.subList(0, SCHEMA.size()), weight));
        return rows;
    }

    private List<Step> make(int rows) {
        int rowsPerTick = 1 + random.nextInt(random.nextBoolean() ? 3 : 15);
        for (int made = 0; made < rows; ) {
            int count = random.nextInt(rowsPerTick + 1);
            steps.add(step(count));
            made += Math.max(count, 1);
        }
        steps.add(new Step(List.of(new Bag(), new Bag(), new Bag()), Long.MAX_VALUE));
        return steps;
    }

    private Step step(int count) {
        Map<Integer, Bag> changes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int index = random.nextInt(RELATIONS);
            Bag change = changes.computeIfAbsent(index, k -> new Bag());
            if (random.nextDouble() < retractions) {
                retract(relations.get(index), change);
            } else {
                insert(relations.get(index), change);
            }
        }
        watermark = relations.stream().mapToLong(r -> r.watermark).min().orElseThrow();
        return new Step(
                List.of(
                        changes.getOrDefault(0, new Bag()),
                        changes.getOrDefault(1, new Bag()),
                        changes.getOrDefault(2, new Bag())),
                watermark);
    }

    private void insert(Relation relation, Bag change) {
        now += random.nextInt((int) pace);
        Long time = random.nextInt(20) == 0 ? null : now - random.nextInt(15);
        List<Object> row = Bag.row(
                key(),
                time == null ? null : Instant.ofEpochMilli(time),
                random.nextInt(6) == 0 ? null : (Object) (long) random.nextInt(4),
                random.nextInt(6) == 0 ? null : "ab".substring(random.nextInt(2)),
                relation.watermark);
        long weight = random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 1;
        change.add(row, weight);
        relation.content.add(row, weight);
        relation.rows.add(row);
        if (time != null) {
            relation.watermark = Math.max(relation.watermark, time - relation.delay);
        }
    }

    private Long key() {
        if (random.nextInt(12) == 0) {
            return null;
        }
        return random.nextDouble() < skew ? 0L : random.nextInt(5);
    }

    private void retract(Relation relation, Bag change) {
        if (relation.rows.isEmpty()) {
            return;
        }
        List<Object> row = relation.rows.get(random.nextInt(relation.rows.size()));
        long there = relation.content.weight(row);
        Instant time = (Instant) row.get(TIME);
        boolean closed = keepsClosed && time != null && time.toEpochMilli() <= watermark;
        if (there > 0 && !closed) {
            long weight = random.nextBoolean() ? there : 1;
            change.add(row, -weight);
            relation.content.add(row, -weight);
        }
    }
}
