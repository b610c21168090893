package io.leat.planner.logical;

import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Union;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.planner.expression.ExpressionTranslator;
import io.leat.planner.type.CalciteTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** Groupings; each of several GROUPING SETS is a grouping of its own, and their results are put together. */
final class AggregateTranslation {
    private final org.apache.calcite.rel.core.Aggregate aggregate;
    private final Plan input;
    private final ExpressionTranslator expressions;
    private final Schema schema;

    private AggregateTranslation(
            org.apache.calcite.rel.core.Aggregate aggregate, Plan input, ExpressionTranslator expressions) {
        this.aggregate = aggregate;
        this.input = input;
        this.expressions = expressions;
        this.schema = CalciteTypes.toSchema(aggregate.getRowType());
    }

    static Plan translate(org.apache.calcite.rel.core.Aggregate aggregate, RelTranslator translator) {
        Plan input = FilteredArguments.guard(aggregate, translator.translate(aggregate.getInput()));
        AggregateTranslation translation = new AggregateTranslation(aggregate, input, translator.expressions());
        List<Plan> sets = new ArrayList<>();
        aggregate.getGroupSets().forEach(set -> sets.add(translation.grouping(set)));
        return sets.size() == 1 ? sets.get(0) : new Union(sets, translation.schema);
    }

    private Plan grouping(ImmutableBitSet set) {
        List<AggregateCall> calls = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        set.asList().forEach(key -> fields.add(input.schema().fields().get(key)));
        for (int i = 0; i < aggregate.getAggCallList().size(); i++) {
            var call = aggregate.getAggCallList().get(i);
            if (!isConstant(call)) {
                AggregateCall translated = AggregateCalls.translate(call, CalciteTypes.toDataType(call.getType()));
                calls.add(translated);
                fields.add(new Field(schema.name(aggregate.getGroupCount() + i), translated.type()));
            }
        }
        Plan plan = calls.isEmpty() && !set.isEmpty()
                ? new Distinct(Columns.select(input, set.asList()), Optional.empty())
                : new Aggregate(input, set.asList(), calls, Optional.empty(), ChangeMode.UPDATING, new Schema(fields));
        boolean complete = set.equals(aggregate.getGroupSet())
                && aggregate.getAggCallList().stream().noneMatch(AggregateTranslation::isConstant);
        return complete ? plan : complete(plan, set);
    }

    /** Adds NULL for the keys that a grouping set leaves out, and what GROUPING() says of it. */
    private Plan complete(Plan plan, ImmutableBitSet set) {
        List<Expression> expressions = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < aggregate.getGroupCount(); i++) {
            boolean present = set.get(aggregate.getGroupSet().nth(i));
            expressions.add(
                    present
                            ? Columns.reference(plan, next++)
                            : new Literal(null, schema.type(i).withNullable(true)));
        }
        for (int i = 0; i < aggregate.getAggCallList().size(); i++) {
            var call = aggregate.getAggCallList().get(i);
            DataType type = schema.type(aggregate.getGroupCount() + i);
            expressions.add(isConstant(call) ? constant(call, set, type) : Columns.reference(plan, next++));
        }
        return new Project(plan, expressions, ProjectTranslation.schema(schema.names(), expressions));
    }

    /** Whether every group of one grouping set has the same value. */
    private static boolean isConstant(org.apache.calcite.rel.core.AggregateCall call) {
        SqlKind kind = call.getAggregation().getKind();
        return kind == SqlKind.GROUPING || kind == SqlKind.LITERAL_AGG;
    }

    private Expression constant(org.apache.calcite.rel.core.AggregateCall call, ImmutableBitSet set, DataType type) {
        return call.getAggregation().getKind() == SqlKind.GROUPING
                ? AggregateCalls.groupingMask(call, set, type)
                : expressions.translate(call.rexList.get(0));
    }
}
