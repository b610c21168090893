package io.leat.engine.run;

import io.leat.core.connector.TableDefinition;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Union;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.Node;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.window.FirstClosing;
import io.leat.executor.window.LateRows;
import io.leat.planner.expression.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out of what is running which rows of a table come too late for something: for windows, and for joins that forget. A
 * row only counts if it passes the conditions between the table and that.
 */
final class LateRules {
    private final TableDefinition table;

    /**
     * A way from a table up to where late rows are left out.
     *
     * @param columns what the columns are by now, over those of the table; empty if they cannot be told any more
     * @param conditions what rows must meet, over the columns of the table
     */
    private record Path(List<Expression> columns, List<Expression> conditions) {}

    private LateRules(TableDefinition table) {
        this.table = table;
    }

    /** The late rows of a table, as everything in a circuit sees them. */
    static LateRows of(Circuit circuit, TableDefinition table) {
        LateRules rules = new LateRules(table);
        Set<Plan> plans = new LinkedHashSet<>();
        circuit.nodes().stream().map(Node::plan).forEach(plans::add);
        List<LateRows.Rule> found = new ArrayList<>();
        for (Plan plan : plans) {
            FirstClosing.of(plan)
                    .filter(closing ->
                            List.of(closing.lateness().table().split(", ")).contains(table.name()))
                    .ifPresent(closing -> rules.add(closing, plan, found));
        }
        return new LateRows(table.watermark().orElseThrow().column(), found);
    }

    private void add(FirstClosing closing, Plan plan, List<LateRows.Rule> found) {
        for (Path path : paths(plan.inputs().get(0))) {
            List<Predicate> conditions =
                    path.conditions().stream().map(KernelCompiler::predicate).toList();
            found.add(new LateRows.Rule(conditions, closing.moment()));
        }
    }

    /** The ways from the table up to a plan on which a row stays a row. */
    private List<Path> paths(Plan plan) {
        if (plan instanceof Scan scan) {
            return scan.relation().equalsIgnoreCase(table.name()) ? List.of(start(scan)) : List.of();
        }
        if (plan instanceof Union union) {
            return union.inputs().stream()
                    .flatMap(input -> paths(input).stream())
                    .toList();
        }
        boolean rowsStayRows = plan instanceof Filter
                || plan instanceof Project
                || plan instanceof Panes
                || plan instanceof PartialAggregate;
        return rowsStayRows
                ? paths(plan.inputs().get(0)).stream()
                        .map(path -> further(plan, path))
                        .toList()
                : List.of();
    }

    private Path start(Scan scan) {
        List<Expression> columns = new ArrayList<>();
        for (int i = 0; i < scan.columns().size(); i++) {
            columns.add(new ColumnReference(scan.columns().get(i), scan.schema().type(i)));
        }
        if (scan.arrival()) {
            columns.add(new ColumnReference(table.columns().size(), Scan.ARRIVAL.type()));
        }
        return new Path(columns, List.of());
    }

    private static Path further(Plan plan, Path path) {
        if (plan instanceof Filter filter && !path.columns().isEmpty()) {
            List<Expression> conditions = new ArrayList<>(path.conditions());
            conditions.add(Substitution.ofColumns(filter.condition(), path.columns()));
            return new Path(path.columns(), conditions);
        }
        if (plan instanceof Project project && !path.columns().isEmpty()) {
            List<Expression> columns = project.expressions().stream()
                    .map(expression -> Substitution.ofColumns(expression, path.columns()))
                    .toList();
            return new Path(columns, path.conditions());
        }
        return plan instanceof PartialAggregate ? new Path(List.of(), path.conditions()) : path;
    }
}
