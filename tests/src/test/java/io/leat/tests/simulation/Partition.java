package io.leat.tests.simulation;

import java.util.ArrayList;
import java.util.List;

/** One partition of a topic. Offsets count from 0; those before {@link #start} have been deleted. */
final class Partition {
    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private long start;

    Partition(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void append(Entry entry) {
        entries.add(entry);
    }

    /** What is at an offset, deleted or not. */
    Entry entry(long offset) {
        return entries.get((int) offset);
    }

    /** The first offset that has not been deleted. */
    long start() {
        return start;
    }

    /** Deletes everything before an offset; going back brings it back, as a backup would. */
    void setStart(long offset) {
        start = offset;
    }

    /** The end, with what nobody may see yet. */
    long end() {
        return entries.size();
    }

    /** The first offset of a transaction that is not decided, or the end: how far readers of what is committed may read. */
    long stableEnd() {
        for (int i = (int) start; i < entries.size(); i++) {
            if (entries.get(i).state() == Entry.State.OPEN) {
                return i;
            }
        }
        return entries.size();
    }

    /** What is committed before an offset, from the beginning of time. */
    List<Entry> committed(long until) {
        return entries.stream().limit(until).filter(Entry::isCommitted).toList();
    }
}
