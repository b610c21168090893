package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A table whose topic loses records unread for good, and which says that they are to be left out. */
final class Deleted {
    /** The table; its topic has the same name. */
    static final String TABLE = "m";

    /** Offsets that were deleted unread. */
    private record Range(long from, long to) {}

    private final Broker broker;
    private final Map<String, List<Range>> ranges = new HashMap<>();

    Deleted(Broker broker) {
        this.broker = broker;
    }

    /** What the source says of records that are missing. */
    static String message(long from, long to) {
        return (to - from) + " records are missing";
    }

    /** Deletes some records that nobody will read any more, and some behind them. */
    void delete(Position read, Random luck, Trace trace) {
        for (Partition partition : broker.topic(TABLE)) {
            long from = read.offset(partition.name());
            long to = from + luck.nextInt((int) Math.max(1, partition.stableEnd() - from + 1));
            if (to > from && to > partition.start()) {
                List<Range> known = ranges.computeIfAbsent(partition.name(), name -> new ArrayList<>());
                known.removeIf(range -> range.from() == from);
                known.add(new Range(from, to));
                partition.setStart(to);
                trace.add(partition.name() + " begins with " + to + " for good");
            }
        }
    }

    /** The rows that were read. */
    Bag rows(Position read) {
        Bag bag = new Bag();
        for (Partition partition : broker.topic(TABLE)) {
            for (long offset = 0; offset < read.offset(partition.name()); offset++) {
                Entry entry = partition.entry(offset);
                if (entry.isCommitted() && !entry.isBad() && !isDeleted(partition, offset)) {
                    bag.add(entry.values(), 1);
                }
            }
        }
        return bag;
    }

    /** The records that could not be read, and what is said of those that are missing. */
    Bag errors(Position read) {
        Bag bag = new Bag();
        for (Partition partition : broker.topic(TABLE)) {
            String name = partition.name();
            for (long offset = 0; offset < read.offset(name); offset++) {
                Entry entry = partition.entry(offset);
                if (entry.isCommitted() && entry.isBad() && !isDeleted(partition, offset)) {
                    bag.add(Bag.row(null, name, offset, null, "it is no record"), 1);
                }
            }
            ranges.getOrDefault(name, List.of()).stream()
                    .filter(range -> range.from() < read.offset(name))
                    .forEach(range ->
                            bag.add(Bag.row(null, name, range.from(), null, message(range.from(), range.to())), 1));
        }
        return bag;
    }

    private boolean isDeleted(Partition partition, long offset) {
        return ranges.getOrDefault(partition.name(), List.of()).stream()
                .anyMatch(range -> range.from() <= offset && offset < range.to());
    }
}
