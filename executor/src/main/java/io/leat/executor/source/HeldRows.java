package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.BadRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Rows and bad records that a source has delivered before their tick, by section. Rows keep their order within a
 * section, bad records are in that of their offsets.
 */
final class HeldRows {
    private final Map<String, Section> sections = new HashMap<>();

    /** Rows of one partition. */
    record Held(String partition, Chunk stored) {}

    /** What is held of one section. */
    private static final class Section {
        private final Deque<Held> rows = new ArrayDeque<>();
        private final Queue<BadRecord> bad = new PriorityQueue<>(Comparator.comparingLong(BadRecord::offset));
        private long rowCount;
    }

    private Section section(String name) {
        return sections.computeIfAbsent(name, ignored -> new Section());
    }

    void add(String section, String partition, Chunk stored) {
        Section own = section(section);
        own.rows.add(new Held(partition, stored));
        own.rowCount += stored.size();
    }

    void add(String section, List<BadRecord> bad) {
        if (!bad.isEmpty()) {
            section(section).bad.addAll(bad);
        }
    }

    long rows(String section) {
        return section(section).rowCount;
    }

    long bad(String section) {
        return section(section).bad.size();
    }

    /** The next rows of a section, which must be there. */
    List<Held> takeRows(String section, long count) {
        Section own = section(section);
        List<Held> taken = new ArrayList<>();
        for (long left = count;
                left > 0;
                left -= taken.get(taken.size() - 1).stored().size()) {
            Held next = own.rows.remove();
            int size = next.stored().size();
            if (size > left) {
                int fitting = (int) left;
                own.rows.addFirst(new Held(next.partition(), next.stored().slice(fitting, size - fitting)));
                next = new Held(next.partition(), next.stored().slice(0, fitting));
            }
            taken.add(next);
        }
        own.rowCount -= count;
        return taken;
    }

    /** The next bad records of a section, which must be there. */
    List<BadRecord> takeBad(String section, long count) {
        Section own = section(section);
        List<BadRecord> taken = new ArrayList<>();
        for (long left = count; left > 0; left--) {
            taken.add(own.bad.remove());
        }
        return taken;
    }

    boolean isEmpty() {
        return sections.values().stream().allMatch(section -> section.rows.isEmpty() && section.bad.isEmpty());
    }

    void clear() {
        sections.clear();
    }
}
