package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Join;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * A join of any kind: probes each side's remembered rows with the other side's change.
 *
 * <p>The right change meets the left side as it was before the tick, then the left change meets the right side as it is
 * after it; together these are all pairs that came or went. Remembered rows that are closed are freed after the tick.
 */
public final class JoinOperator implements Operator {
    private final Join plan;
    private final JoinSide left;
    private final JoinSide right;
    private final PairFinder pairs;
    private final int chunkRows;

    /**
     * An operator for a plan.
     *
     * @throws io.leat.core.error.LeatException if the condition has an operation that there is no kernel for
     */
    public JoinOperator(Join plan, OperatorContext context) {
        this.plan = plan;
        this.left = JoinSide.left(plan, context);
        this.right = JoinSide.right(plan, context);
        this.pairs = new PairFinder(plan, context);
        this.chunkRows = context.chunkRows();
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        JoinOutput output = new JoinOutput(plan, chunkRows);
        LoneRows lone = loneRows(output);
        List<Chunk> leftChange = change(left, inputs.get(0), output);
        List<Chunk> rightChange = change(right, inputs.get(1), output);
        lone.begin(leftChange, rightChange);
        for (Chunk chunk : rightChange) {
            pairs.join(right, chunk, left, output, lone);
            lone.apply(right, chunk);
        }
        for (Chunk chunk : leftChange) {
            pairs.join(left, chunk, right, output, lone);
            lone.apply(left, chunk);
        }
        lone.end();
        left.rows().free(tick.watermark());
        right.rows().free(tick.watermark());
        return output.toZSet();
    }

    private LoneRows loneRows(JoinOutput output) {
        if (!left.showsAlone() && !right.showsAlone()) {
            return LoneRows.NONE;
        }
        return plan.residual().isPresent()
                ? new LoneRowsByRow(plan, left, right, output)
                : new LoneRowsByKey(plan, left, right, output);
    }

    /** The rows of a side's change that may match: rows with NULL in the key do not, and are not remembered. */
    private List<Chunk> change(JoinSide side, ZSet change, JoinOutput output) {
        List<Chunk> chunks = new ArrayList<>(change.chunks().size());
        for (Chunk chunk : change.chunks()) {
            Chunk matching = side.withoutNullKeys(chunk);
            if (matching.size() < chunk.size()) {
                passNullKeys(side, chunk, output);
            }
            if (matching.size() > 0) {
                chunks.add(matching);
            }
        }
        return chunks;
    }

    /** Rows with NULL in the key are shown if rows without a match are. */
    private void passNullKeys(JoinSide side, Chunk chunk, JoinOutput output) {
        if (!side.showsAlone() || plan.kind() == Join.Kind.SEMI) {
            return;
        }
        for (int i = 0; i < chunk.size(); i++) {
            if (side.hasNullKey(chunk, i)) {
                output.addAlone(side, chunk, i, chunk.weight(i));
            }
        }
    }
}
