package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.RowFailures;
import io.leat.core.plan.Scan;
import io.leat.core.time.Clock;
import io.leat.executor.operator.Tick;
import io.leat.executor.shard.Distribution;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An operator, once a shard, wired to what it reads. It is left alone in ticks in which nothing reaches it. */
class OperatorNode extends Node {
    private static final EventTimeBound NO_INPUT = new EventTimeBound(false, Long.MAX_VALUE);

    private final OperatorShard[] operators;
    private final Clock clock;
    private Node[] inputs;
    private ZSet[] offered;
    private ZSet[] added;
    private int failedRowsReaders;
    private boolean started;
    private boolean due;
    private long tick;
    private long clockMillis;
    private long watermarkBefore;

    OperatorNode(
            Fingerprint fingerprint,
            Plan plan,
            Distribution distribution,
            List<OperatorShard> operators,
            List<Node> inputs,
            Clock clock) {
        super(fingerprint, plan, distribution, operators.size());
        this.operators = operators.toArray(OperatorShard[]::new);
        this.inputs = inputs.toArray(Node[]::new);
        this.clock = clock;
    }

    @Override
    public long stateRows() {
        long rows = 0;
        for (OperatorShard operator : operators) {
            rows += operator.store().rows();
        }
        return rows;
    }

    @Override
    public long stateBytes() {
        long bytes = 0;
        for (OperatorShard operator : operators) {
            bytes += operator.store().bytes();
        }
        return bytes;
    }

    @Override
    public NodeErrors errors() {
        NodeErrors all = new NodeErrors();
        for (OperatorShard operator : operators) {
            all.add(operator.errors());
        }
        return all;
    }

    @Override
    void readFailedRows(int more) {
        failedRowsReaders += more;
        for (OperatorShard operator : operators) {
            operator.errors().keepRows(failedRowsReaders > 0);
        }
    }

    @Override
    ZSet failedRows() {
        ZSet all = ZSet.EMPTY;
        for (OperatorShard operator : operators) {
            all = all.plus(operator.errors().rows());
        }
        return all;
    }

    @Override
    public long lateRows(String table) {
        long rows = 0;
        for (OperatorShard operator : operators) {
            rows += operator.late().count(table);
        }
        return rows;
    }

    @Override
    public void archive(StateArchive archive) {
        super.archive(archive);
        started = archive.flag(started);
        for (OperatorShard operator : operators) {
            operator.errors().archive(archive);
            operator.late().archive(archive);
        }
    }

    @Override
    Map<Integer, Archivable> states() {
        Map<Integer, Archivable> states = new TreeMap<>();
        for (int shard = 0; shard < operators.length; shard++) {
            if (!operators[shard].store().isEmpty()) {
                states.put(shard, operators[shard].store());
            }
        }
        return states;
    }

    @Override
    public List<Node> inputs() {
        return List.of(inputs);
    }

    /** Adds to what comes from its first input with the next tick: a part for each shard. */
    void offer(ZSet[] parts) {
        offered = parts;
    }

    @Override
    void begin(long number, long millis) {
        EventTimeBound bound = plan() instanceof Scan ? boundAt(millis).notBefore(watermark()) : boundAt(millis);
        added = offered;
        offered = null;
        due = !started || bound.value() != watermark();
        started = true;
        watermarkBefore = watermark();
        setBound(bound);
        tick = number;
        clockMillis = millis;
        for (OperatorShard operator : operators) {
            operator.errors().begin();
        }
    }

    @Override
    void turn(int shard) {
        boolean work = due || added != null;
        for (Node input : inputs) {
            work = work || !input.output(shard).isEmpty();
        }
        if (work) {
            step(shard);
        } else {
            setOutput(shard, ZSet.EMPTY);
        }
    }

    /** Whether rows come out as they come in, and what they come in as says where they come from. */
    boolean keepsOrigins() {
        return plan() instanceof Scan
                ? inputs[0].origin() instanceof InputNode input && input.keepsOrigins()
                : RowFailures.keepsOrigins(plan());
    }

    private void step(int shard) {
        ZSet[] changes = new ZSet[inputs.length];
        long rows = 0;
        boolean keepsOrigins = keepsOrigins();
        for (int i = 0; i < changes.length; i++) {
            ZSet change = inputs[i].output(shard);
            changes[i] = keepsOrigins ? change : change.withoutOrigins();
            rows += changes[i].rows();
        }
        if (added != null) {
            changes[0] = changes[0].plus(added[shard]);
        }
        long begun = clock.nanos();
        setOutput(
                shard,
                operators[shard]
                        .operator()
                        .step(new NodeTick(tick, clockMillis, watermark(), watermarkBefore), List.of(changes)));
        counters().addTurn(shard, rows, clock.nanos() - begun);
    }

    /** How far time has come here: processing time follows the clock, and a lookup join the rows that pass. */
    private EventTimeBound boundAt(long millis) {
        EventTimeBound bound = inputs.length == 0 ? NO_INPUT : inputs[0].bound();
        if (plan() instanceof LookupJoin) {
            return bound;
        }
        for (int i = 1; i < inputs.length; i++) {
            bound = bound.and(inputs[i].bound());
        }
        boolean ended = bound.value() == Long.MAX_VALUE;
        return plan() instanceof ProcessingTime
                ? new EventTimeBound(true, ended ? Long.MAX_VALUE : Math.max(watermark(), millis - 1))
                : bound;
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = replacement.apply(inputs[i]);
        }
    }

    /** A tick as this operator sees it. */
    private record NodeTick(long number, long clockMillis, long watermark, long watermarkBefore) implements Tick {}
}
