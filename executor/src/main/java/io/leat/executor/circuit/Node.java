package io.leat.executor.circuit;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.type.Schema;
import io.leat.executor.shard.Distribution;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A place in a circuit where a change comes out in every tick, a part of it on each of its shards. */
public abstract class Node implements Archivable {
    private final Fingerprint fingerprint;
    private final Plan plan;
    private final Distribution distribution;
    private final NodeCounters counters;
    private final ZSet[] outputs;
    private EventTimeBound bound = EventTimeBound.UNTIMED;
    private int users;

    Node(Fingerprint fingerprint, Plan plan, Distribution distribution, int shards) {
        this.fingerprint = fingerprint;
        this.plan = plan;
        this.distribution = distribution;
        this.counters = new NodeCounters(shards);
        this.outputs = new ZSet[shards];
        Arrays.fill(outputs, ZSet.EMPTY);
    }

    /** The identity of what it computes. */
    public final Fingerprint fingerprint() {
        return fingerprint;
    }

    /** What it computes. */
    public final Plan plan() {
        return plan;
    }

    /** The columns of its output. */
    public final Schema schema() {
        return plan.schema();
    }

    /** On which shards the rows of its output are. */
    public final Distribution distribution() {
        return distribution;
    }

    /** What came out in the tick that was turned last, in the order of the shards. */
    public final ZSet output() {
        if (outputs.length == 1) {
            return outputs[0];
        }
        List<Chunk> chunks = new ArrayList<>();
        for (ZSet output : outputs) {
            chunks.addAll(output.chunks());
        }
        return ZSet.of(chunks);
    }

    /** What came out on a shard; nothing on one that it does not have. */
    final ZSet output(int shard) {
        return shard < outputs.length ? outputs[shard] : ZSet.EMPTY;
    }

    /** How many rows came out, whatever their weights. */
    final long outputRows() {
        long rows = 0;
        for (ZSet output : outputs) {
            rows += output.rows();
        }
        return rows;
    }

    /** On how many shards it works. */
    final int shards() {
        return outputs.length;
    }

    /** The watermark at the end of the tick that was turned last; {@code Long.MIN_VALUE} before the first. */
    public final long watermark() {
        return bound.value();
    }

    /** Whether it has event time at all. */
    public final boolean isTimed() {
        return bound.timed();
    }

    /** What it has counted. */
    public final NodeCounters counters() {
        return counters;
    }

    /** Rows, keys and values that it remembers. */
    public long stateRows() {
        return 0;
    }

    /** Memory that they take, in bytes, about. */
    public long stateBytes() {
        return 0;
    }

    /** The rows that it could not compute. */
    public NodeErrors errors() {
        return new NodeErrors();
    }

    /** The rows that it could not compute and that came or went in the tick that was turned last; not consolidated. */
    ZSet failedRows() {
        return ZSet.EMPTY;
    }

    /**
     * Readers of {@link #failedRows} come or go: without any they are only counted.
     *
     * @param more how many there are more than before
     */
    void readFailedRows(int more) {
        // has none
    }

    /** Whether it tells of rows of a table where they come from. */
    boolean asksOriginsOf(InputNode table) {
        return false;
    }

    /** Whether it reads what comes out on all shards, and so has to wait for them. */
    boolean readsAllShards() {
        return false;
    }

    /** How many rows of a table came too late for it. */
    public long lateRows(String table) {
        return 0;
    }

    /** What it remembers beside the state of its operators. */
    @Override
    public void archive(StateArchive archive) {
        bound = new EventTimeBound(archive.flag(bound.timed()), archive.number(bound.value()));
    }

    /**
     * Whether checkpoints have it. One that they do not have goes on as if it were new, and is no reason to compute what reads it
     * anew when a checkpoint is from before there was such a node.
     */
    boolean isRemembered() {
        return true;
    }

    /** What its operators remember, in the order of the shards; nothing for shards whose operators never do. */
    Map<Integer, Archivable> states() {
        return Map.of();
    }

    /** The node whose rows these are, wherever they were brought since: itself, unless it only moves rows. */
    public Node origin() {
        return this;
    }

    /** Whether it only brings rows to the shards where they are needed, as its distribution says. */
    public boolean isExchange() {
        return false;
    }

    /** The nodes that it reads. */
    public abstract List<Node> inputs();

    /** Makes it ready for a tick, after the nodes that it reads. */
    abstract void begin(long tick, long clockMillis);

    /** Turns it once on one shard, after the nodes that it reads. Shards may turn at the same time. */
    abstract void turn(int shard);

    /** Replaces what it reads. */
    abstract void rewire(UnaryOperator<Node> replacement);

    final void setOutput(int shard, ZSet change) {
        outputs[shard] = change;
        if (!change.isEmpty()) {
            counters.addOut(shard, change.rows());
        }
    }

    final EventTimeBound bound() {
        return bound;
    }

    final void setBound(EventTimeBound newBound) {
        bound = newBound;
    }

    final void use() {
        users++;
    }

    /** Lets go of it once; answers whether nobody uses it any more. */
    final boolean release() {
        users--;
        return users == 0;
    }

    final void forgetUsers() {
        users = 0;
    }

    final boolean isUsed() {
        return users > 0;
    }
}
