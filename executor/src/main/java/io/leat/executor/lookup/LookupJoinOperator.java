package io.leat.executor.lookup;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.LookupJoin;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.kernel.Selection;
import io.leat.executor.operator.FailedRow;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.RowMultimap;
import java.util.List;
import java.util.Optional;

/**
 * Joins each left row with what the right side has at the end of the tick that the row comes in. The right side's rows are
 * remembered by key; left rows pass.
 */
public final class LookupJoinOperator implements Operator {
    private final LookupJoin plan;
    private final OperatorContext context;
    private final RowMultimap right;
    private final Optional<Predicate> residual;

    // Of use within one call only.
    private int[] keys = new int[0];

    /**
     * An operator for a plan.
     *
     * @throws io.leat.core.error.LeatException if the condition has an operation that there is no kernel for
     */
    public LookupJoinOperator(LookupJoin plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
        this.right = context.open(
                "right", RowMultimap.kind(plan.right().schema().types(), plan.rightKeys(), Optional.empty()));
        this.residual = plan.residual().map(KernelCompiler::predicate);
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        for (Chunk chunk : inputs.get(1).chunks()) {
            right.add(withoutNullKeys(chunk));
        }
        right.free(Long.MIN_VALUE);
        LookupOutput output = new LookupOutput(plan, right, context.chunkRows());
        for (Chunk chunk : inputs.get(0).chunks()) {
            output.begin(chunk);
            lookUp(chunk, output);
            if (plan.keepsLeft()) {
                output.addUnmatched();
            }
        }
        return output.toZSet();
    }

    private Chunk withoutNullKeys(Chunk chunk) {
        int[] kept = new int[chunk.size()];
        int count = 0;
        for (int row = 0; row < chunk.size(); row++) {
            if (!hasNull(chunk, plan.rightKeys(), row)) {
                kept[count++] = row;
            }
        }
        return count == chunk.size() ? chunk : chunk.gather(kept, count);
    }

    private static boolean hasNull(Chunk chunk, List<Integer> columns, int row) {
        for (int column : columns) {
            if (chunk.column(column).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    private void lookUp(Chunk chunk, LookupOutput output) {
        findKeys(chunk);
        for (int row = 0; row < chunk.size(); row++) {
            int found = keys[row] == RowMultimap.NONE ? RowMultimap.NONE : right.firstRow(keys[row]);
            for (; found != RowMultimap.NONE; found = right.nextRow(found)) {
                output.addPair(row, found);
                if (output.isFull()) {
                    output.flush(this::matching);
                }
            }
        }
        output.flush(this::matching);
    }

    private void findKeys(Chunk chunk) {
        if (keys.length < chunk.size()) {
            keys = new int[chunk.size()];
        }
        List<Column> columns = plan.leftKeys().stream().map(chunk::column).toList();
        right.findKeys(columns, chunk.size(), keys);
        boolean nullable = columns.stream().anyMatch(column -> column.validity() != null);
        for (int row = 0; nullable && row < chunk.size(); row++) {
            keys[row] = hasNull(chunk, plan.leftKeys(), row) ? RowMultimap.NONE : keys[row];
        }
    }

    /** Those of some pairs that meet the further condition. */
    private Selection matching(Chunk pairs) {
        if (residual.isEmpty()) {
            return Selection.all(pairs);
        }
        FallibleEvaluation.Passed passed = FallibleEvaluation.filter(residual.get(), pairs, Selection.all(pairs));
        passed.failures()
                .forEach(failure -> context.errors()
                        .failed(failure.error(), new FailedRow(0, pairs, failure.row(), pairs.weight(failure.row()))));
        return passed.selection();
    }
}
