package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a view contains whose rows look others up when they come, in a table that changes: each has what was there in the tick
 * that took it in, also when that tick is computed once more after a crash.
 */
final class LookedUp {
    private final Broker broker;
    /** The rows of each partition in order; null for what is no row. */
    private final Map<String, List<List<Object>>> rows = new HashMap<>();

    LookedUp(Broker broker) {
        this.broker = broker;
    }

    /**
     * Something was done to the engine: what it has taken in meanwhile was looked up in the table before it or after it.
     *
     * @param content what the view contains, which says in which
     */
    void turned(Position position, Bag before, Bag after, Bag content) {
        Bag unknown = new Bag().addAll(content);
        content().rows().forEach((row, weight) -> unknown.add(row, -weight));
        for (Partition partition : broker.topic(Extras.LOOKING)) {
            List<List<Object>> known = rows.computeIfAbsent(partition.name(), name -> new ArrayList<>());
            while (known.size() < position.offset(partition.name())) {
                Entry entry = partition.entry(known.size());
                known.add(entry.isCommitted() && !entry.isBad() ? row(entry, before, after, unknown) : null);
            }
        }
    }

    private static List<Object> row(Entry entry, Bag before, Bag after, Bag unknown) {
        List<Object> later = joined(entry, after);
        boolean isLater = unknown.rows().getOrDefault(later, 0L) > 0;
        List<Object> row = isLater ? later : joined(entry, before);
        unknown.add(row, -1);
        return row;
    }

    private static List<Object> joined(Entry entry, Bag table) {
        Object id = entry.values().get(0);
        Object name = table.rows().keySet().stream()
                .filter(row -> row.get(0).equals(id))
                .findFirst()
                .map(row -> row.get(1))
                .orElse(null);
        return Bag.row(id, entry.values().get(1), name);
    }

    /** The engine has begun anew, and may have read less far. */
    void recovered(Position position) {
        rows.forEach((partition, known) -> {
            while (known.size() > position.offset(partition)) {
                known.remove(known.size() - 1);
            }
        });
    }

    /** What the view contains. */
    Bag content() {
        Bag bag = new Bag();
        rows.values().forEach(known -> known.stream().filter(row -> row != null).forEach(row -> bag.add(row, 1)));
        return bag;
    }
}
