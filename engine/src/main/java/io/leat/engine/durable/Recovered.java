package io.leat.engine.durable;

import io.leat.core.batch.ZSet;
import io.leat.engine.progress.OpeningWatch;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What was found when a database was opened: a checkpoint, and the journal after it. */
public interface Recovered {

    /** What is done with the records of the journal, in order. */
    interface Replay {

        /** A change of an ordinary table that is there still. */
        void change(StoredTable table, ChangeRecord change, ZSet rows);

        /** A tick. */
        void tick(TickRecord record);

        /** A view or job begins. */
        void began(PipelineRecord record);
    }

    /** The last tick of the checkpoint. */
    long tick();

    /** The last tick of which the journal knows. */
    long lastTick();

    /** In how many shards its state lies; empty if it has none. */
    OptionalInt shards();

    /** Whether the checkpoint has a view or job, and the journal does not say that it was dropped since. */
    boolean hasPipeline(String part, String name);

    /** Whether something of a name is gone since the checkpoint: what that has of the name was of another. */
    boolean hasEnded(String name);

    /** Whether the checkpoint has all these parts. */
    boolean hasAll(Iterable<String> parts);

    /**
     * Reads parts back, each into what is there for it; parts that the checkpoint does not have stay as they are.
     *
     * @param shards whose threads may help
     */
    void restore(Map<String, Archivable> parts, Shards shards);

    /** As {@link #restore(Map, Shards)}, and tells somebody how many bytes have been read. */
    void restore(Map<String, Archivable> parts, Shards shards, OpeningWatch watch);

    /**
     * Goes through the journal after the checkpoint. What was found is forgotten afterwards.
     *
     * @param watch told of each tick
     */
    void replay(Replay replay, OpeningWatch watch);

    /** The ticks of the journal after the checkpoint; none once they have been replayed. */
    List<TickRecord> ticks();
}
