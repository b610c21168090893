package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where the changes of a table come into a circuit. Whoever turns the circuit offers them before each tick. */
public final class InputNode extends Node {
    private final String relation;
    private final boolean timed;
    private ZSet offered = ZSet.EMPTY;
    private volatile boolean ended;

    InputNode(String relation, Schema schema, boolean timed) {
        this(whole(relation, schema), timed);
    }

    private InputNode(Scan plan, boolean timed) {
        super(Fingerprint.of(plan), plan);
        this.relation = plan.relation();
        this.timed = timed;
        setBound(new EventTimeBound(timed, Long.MIN_VALUE));
    }

    private static Scan whole(String relation, Schema schema) {
        List<Integer> columns = IntStream.range(0, schema.size()).boxed().toList();
        return new Scan(relation, columns, false, ChangeMode.UPDATING, schema);
    }

    /** The table's name. */
    public String relation() {
        return relation;
    }

    /** Adds to what comes in with the next tick. */
    public void offer(ZSet change) {
        offered = offered.plus(change);
    }

    /** Moves event time on; {@code Long.MAX_VALUE} says that nothing comes any more. Never goes back. */
    public void advance(long watermark) {
        ended = ended || watermark == Long.MAX_VALUE;
        long value = timed || ended ? watermark : Long.MIN_VALUE;
        setBound(new EventTimeBound(timed, Math.max(value, watermark())));
    }

    /** Whether nothing comes any more. */
    public boolean isEnded() {
        return ended;
    }

    @Override
    public long stateRows() {
        return 0;
    }

    @Override
    public long stateBytes() {
        return 0;
    }

    @Override
    public NodeErrors errors() {
        return new NodeErrors();
    }

    @Override
    public NodeLate late() {
        return new NodeLate();
    }

    @Override
    public List<Node> inputs() {
        return List.of();
    }

    @Override
    void step(long tick, long clockMillis) {
        setOutput(offered);
        offered = ZSet.EMPTY;
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        // reads no other node
    }
}
