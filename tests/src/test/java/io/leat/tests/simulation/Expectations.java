package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.NaiveEvaluator;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What views should contain: their queries, evaluated naively over what the engine says it has read of its sources. */
final class Expectations {
    private static final long DELAY_MILLIS = 3_000;

    private final Broker broker;
    private final Map<String, Position> positions;
    private final Map<String, Bag> rows;
    private final Deleted deleted;
    private final Function<String, Plan> plans;

    /**
     * Expectations at one moment.
     *
     * @param plans how a view is computed
     */
    Expectations(Broker broker, Deleted deleted, Moment moment, Function<String, Plan> plans) {
        this.broker = broker;
        this.deleted = deleted;
        this.positions = moment.positions();
        this.rows = moment.rows();
        this.plans = plans;
    }

    /** What a view contains, or what a job has written so far if all is added up. */
    Bag content(Plan plan) {
        return new NaiveEvaluator(this::read, watermark()).evaluate(plan);
    }

    private Bag read(Scan scan) {
        String name = scan.relation().toLowerCase(Locale.ROOT);
        if (rows.containsKey(name)) {
            return columns(rows.get(name), scan);
        }
        return columns(
                switch (name) {
                    case "r" -> timed("r", 3);
                    case Extras.DIVERTING -> timed(Extras.DIVERTING, 2);
                    case Extras.DIVERTING + "$errors" ->
                        Extras.errors(broker, positions.getOrDefault(Extras.DIVERTING, Position.START));
                    case Extras.FAILING + "$errors" ->
                        Extras.failures(broker, positions.getOrDefault(Extras.DIVERTING, Position.START));
                    case Extras.DIVERTING + "$late" -> Extras.late(timed(Extras.DIVERTING, 2));
                    case Extras.LOOKING -> looking();
                    case Deleted.TABLE -> deleted.rows(positions.getOrDefault(Deleted.TABLE, Position.START));
                    case Deleted.TABLE + "$errors" ->
                        deleted.errors(positions.getOrDefault(Deleted.TABLE, Position.START));
                    case "b" -> stream();
                    case "c" -> keyed();
                    default -> content(plans.apply(name));
                },
                scan);
    }

    private static Bag columns(Bag all, Scan scan) {
        Bag read = new Bag();
        all.rows().forEach((row, weight) -> {
            List<Object> values = new ArrayList<>();
            scan.columns().forEach(column -> values.add(row.get(column)));
            if (scan.arrival()) {
                values.add(row.get(row.size() - 1));
            }
            read.add(Bag.row(values.toArray()), weight);
        });
        return read;
    }

    private List<Entry> prefix(Partition partition, String table) {
        Position position = positions.getOrDefault(table, Position.START);
        return partition.committed(position.offset(partition.name())).stream()
                .filter(entry -> !entry.isBad())
                .toList();
    }

    private Bag stream() {
        Bag bag = new Bag();
        broker.topic("b").forEach(partition -> prefix(partition, "b").forEach(entry -> bag.add(entry.values(), 1)));
        return bag;
    }

    private Bag keyed() {
        Map<Object, List<Object>> latest = new LinkedHashMap<>();
        for (Partition partition : broker.topic("c")) {
            for (Entry entry : prefix(partition, "c")) {
                latest.put(entry.values().get(0), entry.weight() < 0 ? null : entry.values());
            }
        }
        Bag bag = new Bag();
        latest.values().stream().filter(row -> row != null).forEach(row -> bag.add(row, 1));
        return bag;
    }

    /** Rows with a processing time, which nothing asks for. */
    private Bag looking() {
        Bag bag = new Bag();
        broker.topic(Extras.LOOKING)
                .forEach(partition -> prefix(partition, Extras.LOOKING)
                        .forEach(entry -> bag.add(
                                Bag.row(entry.values().get(0), entry.values().get(1), null), 1)));
        return bag;
    }

    /** The rows of a stream with event time, each with the watermark of its partition before it. */
    private Bag timed(String table, int timeColumn) {
        Bag bag = new Bag();
        for (Partition partition : broker.topic(table)) {
            long seen = Long.MIN_VALUE;
            for (Entry entry : prefix(partition, table)) {
                List<Object> row = new ArrayList<>(entry.values());
                row.add(seen);
                bag.add(Bag.row(row.toArray()), 1);
                seen = Math.max(seen, watermarkOf(entry, timeColumn));
            }
        }
        return bag;
    }

    private static long watermarkOf(Entry entry, int timeColumn) {
        LocalDateTime time = (LocalDateTime) entry.values().get(timeColumn);
        return time == null ? Long.MIN_VALUE : time.toInstant(ZoneOffset.UTC).toEpochMilli() - DELAY_MILLIS;
    }

    private long watermark() {
        return broker.topic("r").stream()
                .mapToLong(partition -> prefix(partition, "r").stream()
                        .mapToLong(entry -> watermarkOf(entry, 3))
                        .max()
                        .orElse(Long.MIN_VALUE))
                .min()
                .orElse(Long.MIN_VALUE);
    }
}
