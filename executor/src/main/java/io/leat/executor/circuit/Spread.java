package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.type.Schema;
import io.leat.executor.shard.Dealing;
import io.leat.executor.shard.Distribution;
import io.leat.executor.shard.Shards;
import io.leat.executor.shard.Splitter;
import java.util.Optional;

/** Spreads rows that come from outside over the shards, as a distribution says. */
final class Spread {
    private final Shards shards;
    private final Optional<Splitter> splitter;

    Spread(Schema schema, Distribution distribution, Shards shards) {
        this.shards = distribution.isSingle() ? Shards.ONE : shards;
        this.splitter = distribution.hashed().stream()
                .findFirst()
                .map(columns -> new Splitter(schema.types(), columns, shards.count()));
    }

    /** The part of each shard. */
    ZSet[] of(ZSet change) {
        return splitter.map(by -> by.split(change)).orElseGet(() -> Dealing.deal(change, shards));
    }
}
