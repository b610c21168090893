package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import io.leat.executor.shard.Distribution;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.StateArchive;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where the changes of a table come into a circuit. Whoever turns the circuit offers them before each tick. */
public final class InputNode extends Node {
    private final String relation;
    private final boolean timed;
    private final Spread spread;
    private ZSet offered = ZSet.EMPTY;
    private boolean keepsOrigins;
    private volatile boolean ended;

    /** An input whose rows are spread over so many shards as the distribution says. */
    InputNode(String relation, Schema schema, boolean timed, Distribution distribution, Shards shards) {
        this(whole(relation, schema), timed, shards.count() == 1 ? Distribution.SINGLE : distribution, shards);
    }

    /** An input of what another node gives. */
    InputNode(Node original, Shards shards) {
        this(original.fingerprint(), original.plan(), "", original.isTimed(), original.distribution(), shards);
    }

    private InputNode(Scan plan, boolean timed, Distribution distribution, Shards shards) {
        this(Fingerprint.of(plan), plan, plan.relation(), timed, distribution, shards);
    }

    private InputNode(
            Fingerprint fingerprint,
            Plan plan,
            String relation,
            boolean timed,
            Distribution distribution,
            Shards shards) {
        super(fingerprint, plan, distribution, distribution.isSingle() ? 1 : shards.count());
        this.spread = new Spread(plan.schema(), distribution, shards);
        this.relation = relation;
        this.timed = timed;
        setBound(new EventTimeBound(timed, Long.MIN_VALUE));
    }

    private static Scan whole(String relation, Schema schema) {
        List<Integer> columns = IntStream.range(0, schema.size()).boxed().toList();
        return new Scan(relation, columns, false, ChangeMode.UPDATING, schema);
    }

    /** Whether it stands for a node of another circuit. */
    boolean isStandIn() {
        return relation.isEmpty();
    }

    /** The table's name. */
    public String relation() {
        return relation;
    }

    /**
     * Says that what comes in are rows as a source delivers them, whose origins are the same whenever they come; of other rows
     * no origin is let in.
     */
    public void keepOrigins() {
        keepsOrigins = true;
    }

    /** Whether origins are let in. */
    boolean keepsOrigins() {
        return keepsOrigins;
    }

    /** Adds to what comes in with the next tick. */
    public void offer(ZSet change) {
        offered = offered.plus(keepsOrigins ? change : change.withoutOrigins());
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
    public void archive(StateArchive archive) {
        super.archive(archive);
        ended = archive.flag(ended);
    }

    @Override
    public List<Node> inputs() {
        return List.of();
    }

    @Override
    void begin(long tick, long clockMillis) {
        ZSet change = offered;
        offered = ZSet.EMPTY;
        ZSet[] parts = spread.of(change);
        for (int shard = 0; shard < parts.length; shard++) {
            setOutput(shard, parts[shard]);
        }
    }

    @Override
    void turn(int shard) {
        // begin has given every shard its part
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        // reads no other node
    }
}
