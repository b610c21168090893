package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Join;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.Selection;
import io.leat.executor.operator.FailedRow;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.RowMultimap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the remembered rows that match the rows of a chunk: by key first, and if there is a further condition, it is
 * evaluated over whole chunks of candidate pairs, with the columns that it reads; the others are fetched for those that pass.
 */
final class PairFinder {
    private final Optional<Predicate> residual;
    private final Set<Integer> residualColumns;
    private final int leftWidth;
    private final int width;
    private final boolean showsPairs;
    private final OperatorContext context;

    // Of use within one call only.
    private final int[] rows;
    private final int[] otherRows;
    private int[] keys = new int[0];

    PairFinder(Join plan, OperatorContext context) {
        this.residual = plan.residual().map(KernelCompiler::predicate);
        this.residualColumns = plan.residual().map(ReferencedColumns::of).orElse(Set.of());
        this.leftWidth = plan.left().schema().size();
        this.width = leftWidth + plan.right().schema().size();
        this.showsPairs = plan.kind() != Join.Kind.SEMI && plan.kind() != Join.Kind.ANTI;
        this.context = context;
        this.rows = new int[context.chunkRows()];
        this.otherRows = new int[context.chunkRows()];
    }

    /** Joins a chunk of one side, without NULL in its keys, with what is remembered of the other. */
    void join(JoinSide probe, Chunk chunk, JoinSide other, JoinOutput output, LoneRows lone) {
        RowMultimap remembered = other.rows();
        if (residual.isEmpty() && !showsPairs || remembered.rows() == 0) {
            return;
        }
        if (keys.length < chunk.size()) {
            keys = new int[chunk.size()];
        }
        remembered.findKeys(probe.keys(chunk), chunk.size(), keys);
        int count = 0;
        for (int i = 0; i < chunk.size(); i++) {
            int row = keys[i] == RowMultimap.NONE ? RowMultimap.NONE : remembered.firstRow(keys[i]);
            for (; row != RowMultimap.NONE; row = remembered.nextRow(row)) {
                rows[count] = i;
                otherRows[count++] = row;
                if (count == rows.length) {
                    give(new Pairs(probe, chunk, rows, other, otherRows, count), output, lone);
                    count = 0;
                }
            }
        }
        if (count > 0) {
            give(new Pairs(probe, chunk, rows, other, otherRows, count), output, lone);
        }
    }

    private void give(Pairs candidates, JoinOutput output, LoneRows lone) {
        Pairs pairs = residual.map(condition -> passing(condition, candidates)).orElse(candidates);
        if (showsPairs) {
            output.addPairs(pairs);
        }
        for (int i = 0; residual.isPresent() && lone != LoneRows.NONE && i < pairs.count(); i++) {
            lone.matched(pairs.probe(), pairs.chunk(), pairs.rows()[i], pairs.other(), pairs.otherRows()[i]);
        }
    }

    private Pairs passing(Predicate condition, Pairs candidates) {
        Chunk chunk = candidates.columns(residualColumns, leftWidth, width);
        FallibleEvaluation.Passed passed = FallibleEvaluation.filter(condition, chunk, Selection.all(chunk));
        if (!passed.failures().isEmpty()) {
            failed(candidates, passed.failures());
        }
        return candidates.select(passed.selection());
    }

    private void failed(Pairs candidates, List<RowFailure> failures) {
        int[] numbers = failures.stream().mapToInt(RowFailure::row).toArray();
        Pairs pairs = candidates.select(new Selection(numbers, numbers.length));
        Chunk rows = new Chunk(pairs.count(), pairs.columns(), pairs.weights());
        for (int i = 0; i < numbers.length; i++) {
            context.errors().failed(failures.get(i).error(), new FailedRow(0, rows, i, rows.weight(i)));
        }
    }
}
