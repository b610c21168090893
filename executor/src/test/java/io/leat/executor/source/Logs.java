package io.leat.executor.source;

import io.leat.core.connector.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Sections that grow: two that are partitions of their own, and three that are together another one. */
final class Logs {
    static final List<String> SECTIONS = List.of("p0", "p1", "a", "b", "c");

    private final List<List<Long>> records = new ArrayList<>();
    private boolean ended;

    Logs() {
        SECTIONS.forEach(section -> records.add(new ArrayList<>()));
    }

    static String partition(int section) {
        return section < 2 ? SECTIONS.get(section) : "files";
    }

    /** The records of a section: times, or below zero what is bad. */
    List<Long> of(int section) {
        return records.get(section);
    }

    /** Appends records to some sections, some of them bad. */
    void grow(Random random, long time) {
        for (List<Long> section : records) {
            for (int left = random.nextInt(3) == 0 ? random.nextInt(12) : 0; left > 0; left--) {
                section.add(random.nextInt(9) == 0 ? -time - 1 : time + random.nextInt(100) - 50);
            }
        }
    }

    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Where they end now. */
    Position ends() {
        Map<String, Long> ends = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            ends.put(SECTIONS.get(i), (long) records.get(i).size());
        }
        return Position.of(ends);
    }
}
