package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.plan.Join;
import io.leat.core.type.DataType;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.kernel.Selection;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.RowMultimap;
import java.util.List;
import java.util.Optional;

/**
 * Finds the remembered rows that match the rows of a chunk: by key first, and if there is a further condition, it is
 * evaluated over whole chunks of candidate pairs.
 */
final class PairFinder {
    private static final int INITIAL_ROWS = 16;

    private final Optional<Predicate> residual;
    private final List<DataType> types;
    private final int leftWidth;
    private final boolean showsPairs;
    private final OperatorContext context;

    PairFinder(Join plan, OperatorContext context) {
        this.residual = plan.residual().map(KernelCompiler::predicate);
        this.types = plan.left().schema().concat(plan.right().schema()).types();
        this.leftWidth = plan.left().schema().size();
        this.showsPairs = plan.kind() != Join.Kind.SEMI && plan.kind() != Join.Kind.ANTI;
        this.context = context;
    }

    /** Joins a chunk of one side with what is remembered of the other. */
    void join(JoinSide probe, Chunk chunk, JoinSide other, JoinOutput output, LoneRows lone) {
        if (residual.isEmpty() && !showsPairs || other.rows().rows() == 0) {
            return;
        }
        Candidates candidates = residual.map(r -> new Candidates(r, probe, chunk, other, output, lone))
                .orElse(null);
        RowMultimap rows = other.rows();
        for (int i = 0; i < chunk.size(); i++) {
            int key = probe.hasNullKey(chunk, i) ? RowMultimap.NONE : rows.findKey(probe.keys(), chunk, i);
            int row = key == RowMultimap.NONE ? RowMultimap.NONE : rows.firstRow(key);
            for (; row != RowMultimap.NONE; row = rows.nextRow(row)) {
                if (candidates == null) {
                    output.addPair(probe, chunk, i, other, row, chunk.weight(i) * rows.weight(row));
                } else {
                    candidates.add(i, row);
                }
            }
        }
        if (candidates != null) {
            candidates.evaluate();
        }
    }

    /** Pairs with equal keys that wait for the further condition to be evaluated. */
    private final class Candidates {
        private final Predicate condition;
        private final JoinSide probe;
        private final Chunk chunk;
        private final JoinSide other;
        private final JoinOutput output;
        private final LoneRows lone;
        private final ChunkBuilder builder = new ChunkBuilder(types, INITIAL_ROWS);
        private final int[] probeRows = new int[context.chunkRows()];
        private final int[] otherRows = new int[context.chunkRows()];

        Candidates(Predicate condition, JoinSide probe, Chunk chunk, JoinSide other, JoinOutput output, LoneRows lone) {
            this.condition = condition;
            this.probe = probe;
            this.chunk = chunk;
            this.other = other;
            this.output = output;
            this.lone = lone;
        }

        void add(int row, int otherRow) {
            int at = builder.size();
            probeRows[at] = row;
            otherRows[at] = otherRow;
            int first = probe.left() ? 0 : leftWidth;
            for (int c = 0; c < chunk.columns().size(); c++) {
                builder.column(first + c).appendFrom(chunk.column(c), row);
            }
            other.rows().decode(otherRow, builder, probe.left() ? leftWidth : 0);
            builder.endRow(chunk.weight(row) * other.rows().weight(otherRow));
            if (builder.size() == probeRows.length) {
                evaluate();
            }
        }

        void evaluate() {
            if (builder.size() == 0) {
                return;
            }
            Chunk pairs = builder.build();
            FallibleEvaluation.Passed passed = FallibleEvaluation.filter(condition, pairs, Selection.all(pairs));
            passed.failures().forEach(failure -> context.errors().failed(failure.error()));
            for (int i = 0; i < passed.selection().count(); i++) {
                int pair = passed.selection().row(i);
                if (showsPairs) {
                    output.addPair(pairs, pair);
                }
                lone.matched(probe, chunk, probeRows[pair], other, otherRows[pair]);
            }
        }
    }
}
