package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.RowFailures;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.shard.Distribution;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.Consolidation;
import io.leat.executor.state.RecentRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives the rows that the operators of a plan cannot compute, in the same tick: those above the relations that it reads. It
 * remembers the latest of them, so that only those are taken back that readers may still see.
 */
public final class FailedRowsNode extends Node {
    /**
     * What is said of a row: which expression has no value, the row as text, why, the SQLSTATE of that, and where the row comes
     * from, which is NULL where it is not one row of a source.
     */
    public static final Schema SCHEMA = Schema.of(
            new Field("expression", DataType.STRING),
            new Field("input_row", DataType.STRING),
            new Field("message", DataType.STRING),
            new Field("code", DataType.STRING),
            new Field("source_partition", DataType.STRING),
            new Field("source_offset", DataType.BIGINT));

    private final RecentRows kept;
    private Node[] inputs;

    FailedRowsNode(Node root, String name, long rowsMax) {
        super(
                new Fingerprint(root.fingerprint().hex() + "/failed " + name),
                new Constant(List.of(), SCHEMA),
                Distribution.SINGLE,
                1);
        Set<Node> operators = new LinkedHashSet<>();
        collect(root, operators);
        this.inputs = operators.toArray(Node[]::new);
        this.kept =
                RecentRows.kind(FailureRecords.SCHEMA.types(), rowsMax).create().get();
    }

    private static void collect(Node node, Set<Node> operators) {
        if (operators.add(node) && !(node.plan() instanceof Scan)) {
            node.inputs().forEach(input -> collect(input, operators));
        }
    }

    /** Remembers rows that failed before it was there. */
    public void begin(ZSet rows) {
        kept.apply(Consolidation.of(FailureRecords.remembered(rows), FailureRecords.SCHEMA.types()));
    }

    /** The rows that it remembers. */
    public ZSet content(int chunkRows) {
        return FailureRecords.told(kept.toZSet(chunkRows));
    }

    @Override
    public long stateRows() {
        return kept.rows();
    }

    @Override
    public long stateBytes() {
        return kept.bytes();
    }

    @Override
    Map<Integer, Archivable> states() {
        return Map.of(0, kept);
    }

    @Override
    public List<Node> inputs() {
        return List.of(inputs);
    }

    @Override
    boolean readsAllShards() {
        return true;
    }

    @Override
    void begin(long tick, long clockMillis) {
        boolean ended = inputs[0].watermark() == Long.MAX_VALUE;
        setBound(new EventTimeBound(false, ended ? Long.MAX_VALUE : Long.MIN_VALUE));
    }

    @Override
    void turn(int shard) {
        ZSet failed = ZSet.EMPTY;
        for (Node input : inputs) {
            failed = failed.plus(input.failedRows());
        }
        setOutput(shard, failed.isEmpty() ? failed : FailureRecords.told(keep(failed)));
    }

    private ZSet keep(ZSet failed) {
        return kept.apply(Consolidation.of(failed, FailureRecords.SCHEMA.types()));
    }

    @Override
    boolean asksOriginsOf(InputNode table) {
        Set<Node> below = new LinkedHashSet<>();
        for (Node operator : inputs) {
            if (RowFailures.canFail(operator.plan())) {
                collectOrigins(operator, below);
            }
        }
        return below.contains(table);
    }

    /** Collects what rows come from as they are. */
    private static void collectOrigins(Node node, Set<Node> below) {
        if (below.add(node) && node instanceof OperatorNode operator && operator.keepsOrigins()) {
            operator.inputs().forEach(input -> collectOrigins(input.origin(), below));
        }
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = replacement.apply(inputs[i]);
        }
    }
}
