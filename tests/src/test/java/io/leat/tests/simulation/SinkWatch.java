package io.leat.tests.simulation;

import io.leat.executor.oracle.Bag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** A reader of what a job writes: it sees what is committed, and adds it up. */
final class SinkWatch {
    private final Partition topic;
    private final Bag content;
    private final List<Entry> group = new ArrayList<>();
    private long offset;

    /** A reader that has read up to an offset. */
    SinkWatch(Partition topic, long offset, Bag content) {
        this.topic = topic;
        this.offset = offset;
        this.content = new Bag().addAll(content);
    }

    /** Reads what is new; after each transaction tells what all is together, and up to which tick. */
    void read(ObjLongConsumer<Bag> atTransaction) {
        long end = topic.stableEnd();
        for (; offset < end; offset++) {
            Entry entry = topic.entry(offset);
            if (entry.isCommitted()) {
                group.add(entry);
                content.add(entry.values(), entry.weight());
            } else if (entry.state() == Entry.State.MARKER && !group.isEmpty()) {
                atTransaction.accept(content, entry.tick());
                group.clear();
            }
        }
    }

    /** Everything that was committed, added up. */
    Bag content() {
        return content;
    }
}
