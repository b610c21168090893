package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.function.ProcessingTimeFunction;
import io.leat.planner.validate.RelationTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Snapshot;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * Turns {@code a JOIN b FOR SYSTEM_TIME AS OF a.t}, which Calcite reads as a sub-query that depends on {@code a}, back into
 * a join, its right side marked as one that is looked up. No rule that removes such dependence knows snapshots.
 */
final class SnapshotJoins extends RelHomogeneousShuttle {

    private SnapshotJoins() {}

    static RelNode rewrite(RelNode query) {
        return query.accept(new SnapshotJoins());
    }

    @Override
    public RelNode visit(RelNode other) {
        RelNode node = super.visit(other);
        if (node instanceof LogicalCorrelate correlate) {
            return join(correlate);
        }
        if (node instanceof Join join && join.getRight() instanceof Snapshot snapshot) {
            require(ProcessingTimeFunction.isCall(snapshot.getPeriod()));
            return join.copy(join.getTraitSet(), List.of(join.getLeft(), new LookupSide(snapshot.getInput())));
        }
        return node;
    }

    private static RelNode join(LogicalCorrelate correlate) {
        List<RexNode> conditions = new ArrayList<>();
        RelNode right = correlate.getRight();
        while (right instanceof Filter filter) {
            conditions.add(filter.getCondition());
            right = filter.getInput();
        }
        if (!(right instanceof Snapshot snapshot)) {
            return correlate;
        }
        RelNode left = correlate.getLeft();
        checkPeriod(snapshot.getPeriod(), correlate);
        RexBuilder rex = correlate.getCluster().getRexBuilder();
        RexNode condition = RexUtil.composeConjunction(rex, conditions);
        return LogicalJoin.create(
                left,
                new LookupSide(snapshot.getInput()),
                correlate.getHints(),
                condition.accept(new Uncorrelated(rex, correlate.getCorrelationId(), left)),
                java.util.Set.of(),
                correlate.getJoinType());
    }

    private static void checkPeriod(RexNode period, LogicalCorrelate correlate) {
        boolean now = period instanceof RexFieldAccess access
                && access.getReferenceExpr() instanceof RexCorrelVariable variable
                && variable.id.equals(correlate.getCorrelationId())
                && isProcessingTime(correlate.getLeft(), access.getField().getIndex());
        require(now || ProcessingTimeFunction.isCall(period));
    }

    private static void require(boolean now) {
        if (!now) {
            throw LeatException.unsupported(
                    "FOR SYSTEM_TIME AS OF a time that is not processing time",
                    "Name a column of the left table that is declared AS PROCTIME(), or leave FOR SYSTEM_TIME AS OF out:"
                            + " the result then corrects itself when the table changes.");
        }
    }

    /** Whether a column is PROCTIME() that came here unchanged. */
    private static boolean isProcessingTime(RelNode node, int column) {
        if (node instanceof Project project) {
            RexNode expression = project.getProjects().get(column);
            return ProcessingTimeFunction.isCall(expression)
                    || expression instanceof RexInputRef input
                            && isProcessingTime(project.getInput(), input.getIndex());
        }
        if (node instanceof TableScan scan) {
            RelationTable table = scan.getTable().unwrapOrThrow(RelationTable.class);
            return table.relation() instanceof TableRelation relation
                    && relation.definition().columns().get(column).isProcessingTime();
        }
        if (node instanceof Join || node instanceof LogicalCorrelate) {
            int width = node.getInput(0).getRowType().getFieldCount();
            return column < width && isProcessingTime(node.getInput(0), column);
        }
        return node instanceof Filter && isProcessingTime(node.getInput(0), column);
    }

    /** Columns of the left as the join's, and those of the right behind them. */
    private static final class Uncorrelated extends RexShuttle {
        private final RexBuilder rex;
        private final CorrelationId id;
        private final RelNode left;

        Uncorrelated(RexBuilder rex, CorrelationId id, RelNode left) {
            this.rex = rex;
            this.id = id;
            this.left = left;
        }

        @Override
        public RexNode visitInputRef(RexInputRef input) {
            return rex.makeInputRef(
                    input.getType(), input.getIndex() + left.getRowType().getFieldCount());
        }

        @Override
        public RexNode visitFieldAccess(RexFieldAccess access) {
            boolean ofLeft = access.getReferenceExpr() instanceof RexCorrelVariable variable && variable.id.equals(id);
            return ofLeft ? rex.makeInputRef(left, access.getField().getIndex()) : super.visitFieldAccess(access);
        }
    }
}
