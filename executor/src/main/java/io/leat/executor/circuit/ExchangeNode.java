package io.leat.executor.circuit;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Fingerprint;
import io.leat.core.time.Clock;
import io.leat.executor.shard.Distribution;
import io.leat.executor.shard.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings the rows of a node to the shards where they are needed. At the end of a stage every shard splits what it has; in
 * the next one every shard takes its part from all of them, in their order. Remembers nothing.
 */
final class ExchangeNode extends Node {
    private final Splitter[] splitters;
    private final ZSet[][] parts;
    private final Clock clock;
    private Node input;

    /** An exchange to all of so many shards by the hash of columns, or to the first shard. */
    ExchangeNode(Node input, Distribution to, int shards, Clock clock) {
        super(fingerprint(input, to), input.plan(), to, to.isSingle() ? 1 : shards);
        this.input = input;
        this.clock = clock;
        this.parts = new ZSet[shards][];
        this.splitters = new Splitter[to.isSingle() ? 0 : shards];
        for (int shard = 0; shard < splitters.length; shard++) {
            splitters[shard] = new Splitter(schema().types(), to.hashed().get(0), shards);
        }
        for (int shard = 0; shard < shards; shard++) {
            parts[shard] = nothing();
        }
    }

    /** The identity of an exchange: what is exchanged, and where to. */
    static Fingerprint fingerprint(Node input, Distribution to) {
        String where = to.isSingle() ? "one" : to.hashed().get(0).toString();
        return new Fingerprint(input.fingerprint().hex() + "/" + where);
    }

    private ZSet[] nothing() {
        ZSet[] nothing = new ZSet[shards()];
        Arrays.fill(nothing, ZSet.EMPTY);
        return nothing;
    }

    @Override
    void begin(long tick, long clockMillis) {
        setBound(input.bound());
    }

    /** Splits what the input gives on a shard, after the input has turned there. */
    void split(int shard) {
        ZSet change = input.output(shard);
        if (change.isEmpty()) {
            Arrays.fill(parts[shard], ZSet.EMPTY);
        } else if (isGathering()) {
            parts[shard][0] = change;
        } else {
            long begun = clock.nanos();
            parts[shard] = splitters[shard].split(change);
            counters().addTurn(shard, change.rows(), clock.nanos() - begun);
        }
    }

    private boolean isGathering() {
        return splitters.length == 0;
    }

    @Override
    void turn(int shard) {
        int chunks = 0;
        for (ZSet[] from : parts) {
            chunks += from[shard].chunks().size();
        }
        if (chunks == 0) {
            setOutput(shard, ZSet.EMPTY);
            return;
        }
        List<Chunk> all = new ArrayList<>(chunks);
        for (ZSet[] from : parts) {
            all.addAll(from[shard].chunks());
        }
        setOutput(shard, new ZSet(all));
        if (isGathering()) {
            counters().addTurn(shard, output(shard).rows(), 0);
        }
    }

    @Override
    public boolean isExchange() {
        return true;
    }

    @Override
    boolean readsAllShards() {
        return true;
    }

    @Override
    public Node origin() {
        return input.origin();
    }

    @Override
    public List<Node> inputs() {
        return List.of(input);
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        input = replacement.apply(input);
    }
}
