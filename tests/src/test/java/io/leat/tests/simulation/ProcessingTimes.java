package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a view over windows of processing time contains: each record counts where the clock stood in the tick that took it in,
 * also when that tick is computed once more after a crash.
 */
final class ProcessingTimes {
    /** The table that the view reads; its topic has the same name. */
    static final String TABLE = "p";

    /** The name of the view. */
    static final String VIEW = "vp";

    static final String QUERY = "SELECT window_start, COUNT(*) AS n, SUM(v) AS s"
            + " FROM TABLE(TUMBLE(TABLE p, DESCRIPTOR(pt), INTERVAL '5' SECOND)) GROUP BY window_start, window_end";

    private static final long WINDOW_MILLIS = 5_000;

    /** How far time had come at a tick, and the source: time does not go back though the clock does. */
    private record Turn(long millis, Position position) {}

    private final Broker broker;
    /** The times of the records of each partition, in order. */
    private final Map<String, List<Long>> times = new HashMap<>();

    private final TreeMap<Long, Turn> turns = new TreeMap<>();

    ProcessingTimes(Broker broker) {
        this.broker = broker;
    }

    /** The engine was turned while the clock stood at a time. */
    void turned(Position position, long tick, long millis) {
        if (turns.isEmpty() || tick > turns.lastKey()) {
            long before =
                    turns.isEmpty() ? millis : turns.lastEntry().getValue().millis();
            turns.put(tick, new Turn(Math.max(before, millis), position));
        }
        long now = turns.lastEntry().getValue().millis();
        for (Partition partition : broker.topic(TABLE)) {
            List<Long> known = times.computeIfAbsent(partition.name(), name -> new ArrayList<>());
            while (known.size() < position.offset(partition.name())) {
                known.add(now);
            }
        }
    }

    /**
     * What may be true when the engine has begun anew: ticks that were not safe may have been lost, and what they took in was
     * then read once more.
     *
     * @param safeTick this tick was not lost
     */
    List<ProcessingTimes> recovered(long safeTick, Position position, long tick, long millis) {
        List<Long> candidates = new ArrayList<>(turns.tailMap(safeTick, true).descendingKeySet());
        candidates.add(Optional.ofNullable(turns.floorKey(safeTick)).orElse(Long.MIN_VALUE));
        List<ProcessingTimes> possible = new ArrayList<>();
        for (long last : candidates) {
            ProcessingTimes lost = copy();
            lost.turns.tailMap(last, false).clear();
            lost.forget(
                    lost.turns.isEmpty()
                            ? Position.START
                            : lost.turns.lastEntry().getValue().position());
            lost.turned(position, tick, millis);
            Optional.ofNullable(lost.turns.floorKey(safeTick))
                    .ifPresent(safe -> lost.turns.headMap(safe, false).clear());
            possible.add(lost);
        }
        return possible;
    }

    private void forget(Position after) {
        times.forEach((partition, known) -> {
            while (known.size() > after.offset(partition)) {
                known.remove(known.size() - 1);
            }
        });
    }

    private ProcessingTimes copy() {
        ProcessingTimes copy = new ProcessingTimes(broker);
        copy.turns.putAll(turns);
        times.forEach((partition, known) -> copy.times.put(partition, new ArrayList<>(known)));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessingTimes that && times.equals(that.times) && turns.equals(that.turns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(times, turns);
    }

    /** What the view contains. */
    Bag content() {
        Map<Long, long[]> windows = new TreeMap<>();
        for (Partition partition : broker.topic(TABLE)) {
            List<Long> known = times.getOrDefault(partition.name(), List.of());
            for (int i = 0; i < known.size(); i++) {
                add(windows, Math.floorDiv(known.get(i), WINDOW_MILLIS) * WINDOW_MILLIS, partition.entry(i));
            }
        }
        Bag bag = new Bag();
        windows.forEach((start, sums) -> bag.add(
                Bag.row(Instant.ofEpochMilli(start), sums[0], sums[1] == 0 ? null : (Object) (int) sums[2]), 1));
        return bag;
    }

    private static void add(Map<Long, long[]> windows, long start, Entry entry) {
        if (!entry.isCommitted() || entry.isBad()) {
            return;
        }
        long[] sums = windows.computeIfAbsent(start, key -> new long[3]);
        Integer value = (Integer) entry.values().get(0);
        sums[0]++;
        sums[1] += value == null ? 0 : 1;
        sums[2] += value == null ? 0 : value;
    }
}
