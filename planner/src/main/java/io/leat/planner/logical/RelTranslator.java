package io.leat.planner.logical;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.planner.expression.ExpressionTranslator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Snapshot;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;

/** From Calcite's relational tree to the plan, in one pass: one class for each kind of node. */
public final class RelTranslator {
    private final ExpressionTranslator expressions;
    private final List<Object> parameters;
    private final ProcessingTimes processingTimes;

    /**
     * A translator of one statement.
     *
     * @param parameters the values of {@code ?}, for LIMIT and OFFSET
     * @param statement the time of a finite statement; empty for a query that runs for ever
     */
    public RelTranslator(ExpressionTranslator expressions, List<Object> parameters, Optional<Instant> statement) {
        this.expressions = expressions;
        this.parameters = parameters;
        this.processingTimes = new ProcessingTimes(statement);
    }

    ProcessingTimes processingTimes() {
        return processingTimes;
    }

    ExpressionTranslator expressions() {
        return expressions;
    }

    /**
     * The plan for the root of a statement, where ORDER BY and LIMIT may stand.
     *
     * @throws LeatException if the statement needs what no operator does
     */
    public Plan translateRoot(RelNode root) {
        return root instanceof Sort sort ? SortTranslation.translate(sort, this, parameters) : translate(root);
    }

    /** The plan for a node below the root. */
    public Plan translate(RelNode node) {
        if (node instanceof Project project) {
            return project.containsOver()
                    ? OverTranslation.translate(project, this)
                    : ProjectTranslation.translate(project, this);
        }
        if (node instanceof Filter filter) {
            return filter(translate(filter.getInput()), expressions.translate(filter.getCondition()));
        }
        if (node instanceof Aggregate aggregate) {
            return AggregateTranslation.translate(aggregate, this);
        }
        if (node instanceof Join join) {
            return JoinTranslation.translate(join, this);
        }
        if (node instanceof Union union) {
            return UnionTranslation.translate(union, this);
        }
        return translateLeaf(node);
    }

    private Plan filter(Plan input, Expression written) {
        Expression condition = processingTimes.resolved(List.of(written)).get(0);
        if (!ProcessingTimes.areIn(List.of(condition))) {
            return RankRecognition.filter(input, condition);
        }
        ProcessingTime timed = new ProcessingTime(input);
        Expression moved = ProcessingTimes.taken(List.of(condition), timed).get(0);
        return Columns.select(
                new io.leat.core.plan.Filter(timed, moved),
                Columns.range(0, input.schema().size()));
    }

    private Plan translateLeaf(RelNode node) {
        if (node instanceof TableScan scan) {
            return ScanTranslation.translate(scan, processingTimes);
        }
        if (node instanceof Values values) {
            return ValuesTranslation.translate(values, this);
        }
        if (node instanceof TableFunctionScan function) {
            return WindowTranslation.translate(function, this);
        }
        if (node instanceof LookupSide side) {
            return translate(side.getInput());
        }
        if (node instanceof Sort sort) {
            return SortTranslation.inside(sort, this, parameters);
        }
        throw refuse(node);
    }

    private static LeatException refuse(RelNode node) {
        if (node instanceof Snapshot) {
            return LeatException.unsupported(
                    "FOR SYSTEM_TIME AS OF without a join", "Leave it out to read what there is now.");
        }
        if (node instanceof Correlate) {
            return LeatException.unsupported(
                    "a sub-query that depends on the outer query in this way",
                    "Write it as a join with GROUP BY on the columns that tie the two together.");
        }
        return LeatException.unsupported(
                "this kind of query", "Use joins, GROUP BY, windows, UNION and sub-queries with IN or EXISTS.");
    }
}
