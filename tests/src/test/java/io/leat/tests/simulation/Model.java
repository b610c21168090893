package io.leat.tests.simulation;

import io.leat.executor.oracle.Bag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a database should contain. Immutable.
 *
 * @param definitions the statements that made what there is, by name
 * @param rows what the tables without a connector contain, by name
 */
record Model(Map<String, String> definitions, Map<String, Bag> rows) {
    static final Model EMPTY = new Model(Map.of(), Map.of());

    Model {
        definitions = Map.copyOf(definitions);
        rows = Map.copyOf(rows);
    }

    Model define(String name, String sql) {
        Map<String, String> next = new LinkedHashMap<>(definitions);
        next.put(name, sql);
        return new Model(next, rows);
    }

    Model defineTable(String name, String sql) {
        return define(name, sql).withRows(name, new Bag());
    }

    Model drop(String name) {
        Map<String, String> next = new LinkedHashMap<>(definitions);
        next.remove(name);
        return new Model(next, rows);
    }

    private Model withRows(String table, Bag bag) {
        Map<String, Bag> next = new LinkedHashMap<>(rows);
        next.put(table, bag);
        return new Model(definitions, next);
    }

    /** Adds rows. */
    Model insert(String table, List<List<Object>> added) {
        Bag bag = new Bag().addAll(rows.get(table));
        added.forEach(row -> bag.add(row, 1));
        return withRows(table, bag);
    }

    /** Puts a row in the place of the one that begins alike. */
    Model upsert(String table, List<Object> row) {
        return replace(table, old -> old.get(0).equals(row.get(0)) ? null : old).insert(table, List.of(row));
    }

    /** Gives each row another, or none. */
    Model replace(String table, UnaryOperator<List<Object>> change) {
        Bag bag = new Bag();
        rows.get(table).rows().forEach((row, weight) -> {
            List<Object> changed = change.apply(row);
            if (changed != null) {
                bag.add(changed, weight);
            }
        });
        return withRows(table, bag);
    }
}
