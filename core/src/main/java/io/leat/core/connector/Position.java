package io.leat.core.connector;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a source has been read: for each partition the offset of the next record. What an offset counts is the
 * source's own affair (records of a topic, bytes of a file, rows of a generator), but it only grows.
 *
 * @param offsets next offset by name of partition; a partition that is not there stands at its beginning
 */
public record Position(SortedMap<String, Long> offsets) {

    /** The beginning of everything. */
    public static final Position START = new Position(new TreeMap<>());

    public Position {
        offsets = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    /** A position from offsets by partition. */
    public static Position of(Map<String, Long> offsets) {
        return new Position(new TreeMap<>(offsets));
    }

    /** The offset of a partition, 0 if it is not there. */
    public long offset(String partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    /** Whether this is as far as the other or further in every partition of the other. */
    public boolean hasReached(Position other) {
        return other.offsets.entrySet().stream().allMatch(entry -> offset(entry.getKey()) >= entry.getValue());
    }
}
