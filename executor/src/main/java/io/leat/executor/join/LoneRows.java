package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import java.util.List;

/**
 * Decides which rows of a join appear alone: those without a match in outer joins and ANTI, those with one in SEMI. One
 * object lives for one tick; rows with NULL in the key are not its concern.
 */
interface LoneRows {

    /** The choice of joins that show pairs only. */
    LoneRows NONE = new LoneRows() {};

    /** Called first, when both sides are as they were before the tick. */
    default void begin(List<Chunk> left, List<Chunk> right) {}

    /** A row of a chunk matches a remembered row of the other side. */
    default void matched(JoinSide probe, Chunk chunk, int row, JoinSide other, int otherRow) {}

    /** Brings a chunk into its side, right after all its matches were told. */
    default void apply(JoinSide side, Chunk chunk) {
        side.rows().add(chunk);
    }

    /** Called last, when both sides are as they are after the tick, and nothing has been freed yet. */
    default void end() {}
}
