package io.leat.executor.circuit;

import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.executor.shard.Shards;

/**
 * What the operators of a circuit use.
 *
 * @param failing whether a row that an expression cannot compute ends the tick with its error; otherwise it is left out
 *     and counted at its node
 * @param shards how many shards there are, and who works on them
 */
public record CircuitContext(Clock clock, Limits limits, boolean failing, Shards shards) {

    /** The same with other shards. */
    CircuitContext withShards(Shards others) {
        return new CircuitContext(clock, limits, failing, others);
    }
}
