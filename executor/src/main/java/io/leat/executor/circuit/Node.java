package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.function.UnaryOperator;

/** A place in a circuit where a change comes out in every tick. */
public abstract class Node {
    private final Fingerprint fingerprint;
    private final Plan plan;
    private final NodeCounters counters = new NodeCounters();
    private ZSet output = ZSet.EMPTY;
    private EventTimeBound bound = EventTimeBound.UNTIMED;
    private int users;

    Node(Fingerprint fingerprint, Plan plan) {
        this.fingerprint = fingerprint;
        this.plan = plan;
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

    /** What came out in the tick that was turned last. */
    public final ZSet output() {
        return output;
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
    public abstract long stateRows();

    /** Memory that they take, in bytes, about. */
    public abstract long stateBytes();

    /** The rows that it could not compute. */
    public abstract NodeErrors errors();

    /** The rows that came too late for it. */
    public abstract NodeLate late();

    /** The nodes that it reads. */
    public abstract List<Node> inputs();

    /** Turns it once. */
    abstract void step(long tick, long clockMillis);

    /** Replaces what it reads. */
    abstract void rewire(UnaryOperator<Node> replacement);

    final void setOutput(ZSet change) {
        output = change;
        counters.addOut(change.rows());
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
