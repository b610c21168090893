package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.util.Map;
import java.util.TreeMap;

/**
 * What everything is computed from at one tick.
 *
 * @param positions how far each source has been read, by the name of its table
 * @param rows what the tables without a connector contain
 */
record Moment(Map<String, Position> positions, Map<String, Bag> rows) {

    /** How many records of each partition have been read that are any: what lies between them does not matter. */
    Map<String, Integer> read(Broker broker) {
        Map<String, Integer> read = new TreeMap<>();
        positions.forEach((table, position) -> broker.topic(table)
                .forEach(partition ->
                        read.put(partition.name(), (int) partition.committed(position.offset(partition.name())).stream()
                                .filter(entry -> !entry.isBad())
                                .count())));
        return read;
    }
}
