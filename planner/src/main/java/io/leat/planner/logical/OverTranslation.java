package io.leat.planner.logical;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Sort;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexWindow;

/**
 * Projections with OVER: what functions, partitions and orders compute from comes first, as columns; then one operator for
 * each different partition and order; then the projection over their results.
 */
final class OverTranslation {
    private final RelTranslator translator;
    private final Plan input;
    private final List<Expression> columns = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Map<RexOver, Integer> places = new LinkedHashMap<>();

    private OverTranslation(Plan input, RelTranslator translator) {
        this.translator = translator;
        this.input = input;
        for (int i = 0; i < input.schema().size(); i++) {
            columns.add(Columns.reference(input, i));
            fields.add(input.schema().fields().get(i));
        }
    }

    /** Partition and order: functions that have both in common are computed together. */
    private record Arrangement(List<Integer> partition, List<Sort.Key> order) {}

    static Plan translate(org.apache.calcite.rel.core.Project project, RelTranslator translator) {
        OverTranslation translation = new OverTranslation(translator.translate(project.getInput()), translator);
        Plan over = translation.arrange(overs(project.getProjects()));
        List<Expression> expressions = translator.expressions().translate(translation.replaced(project.getProjects()));
        List<String> names = project.getRowType().getFieldNames();
        return new Project(over, expressions, ProjectTranslation.schema(names, expressions));
    }

    private static Set<RexOver> overs(List<RexNode> expressions) {
        Set<RexOver> found = new LinkedHashSet<>();
        RexShuttle collector = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                found.add(over);
                return over;
            }
        };
        expressions.forEach(expression -> expression.accept(collector));
        return found;
    }

    private Plan arrange(Set<RexOver> overs) {
        Map<Arrangement, List<RexOver>> arrangements = new LinkedHashMap<>();
        Map<RexOver, OverCall> calls = new LinkedHashMap<>();
        for (RexOver over : overs) {
            Arrangement arrangement = arrangement(over.getWindow());
            arrangements
                    .computeIfAbsent(arrangement, absent -> new ArrayList<>())
                    .add(over);
            calls.put(over, call(over, arrangement));
        }
        Plan plan = columns.size() == input.schema().size() ? input : new Project(input, columns, new Schema(fields));
        for (Map.Entry<Arrangement, List<RexOver>> entry : arrangements.entrySet()) {
            plan = over(plan, entry.getKey(), entry.getValue(), calls);
        }
        return plan;
    }

    private Arrangement arrangement(RexWindow window) {
        List<Integer> partition = window.partitionKeys.stream()
                .map(this::column)
                .filter(column -> !isConstant(column))
                .distinct()
                .toList();
        List<Sort.Key> order = new ArrayList<>();
        for (var key : window.orderKeys) {
            int column = column(key.left);
            boolean known = order.stream().anyMatch(other -> other.column() == column);
            if (!known) {
                order.add(SortTranslation.key(column, key.getDirection(), key.getNullDirection()));
            }
        }
        return new Arrangement(partition, order);
    }

    private boolean isConstant(int column) {
        return columns.get(column) instanceof io.leat.core.expression.Literal;
    }

    /** The column that has an expression's value: one of the input's, or a new one. */
    private int column(RexNode node) {
        Expression expression = translator.expressions().translate(node);
        if (expression instanceof ColumnReference reference) {
            return reference.index();
        }
        int known = columns.indexOf(expression);
        if (known >= 0) {
            return known;
        }
        columns.add(expression);
        fields.add(new Field("$over" + columns.size(), expression.type()));
        return columns.size() - 1;
    }

    private OverCall call(RexOver over, Arrangement arrangement) {
        List<Integer> arguments =
                OverCalls.arguments(over).stream().map(this::column).toList();
        List<Sort.Key> order = arrangement.order();
        return OverCalls.translate(
                over,
                arguments,
                order,
                order.size() == 1
                        ? Optional.of(fields.get(order.get(0).column()).type())
                        : Optional.empty());
    }

    private Plan over(Plan below, Arrangement arrangement, List<RexOver> overs, Map<RexOver, OverCall> calls) {
        List<OverCall> own = new ArrayList<>();
        List<Field> results = new ArrayList<>(below.schema().fields());
        for (RexOver over : overs) {
            places.put(over, results.size());
            own.add(calls.get(over));
            results.add(new Field(
                    over.getAggOperator().getName().toLowerCase(java.util.Locale.ROOT),
                    calls.get(over).type()));
        }
        return new Over(
                below, arrangement.partition(), arrangement.order(), own, Optional.empty(), new Schema(results));
    }

    /** The expressions with a column in the place of each OVER. */
    private List<RexNode> replaced(List<RexNode> expressions) {
        RexShuttle shuttle = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver call) {
                return new RexInputRef(places.get(call), call.getType());
            }
        };
        return expressions.stream()
                .map(expression -> expression.accept(shuttle))
                .toList();
    }
}
