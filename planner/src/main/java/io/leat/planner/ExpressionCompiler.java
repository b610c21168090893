package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.SystemRelation;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.function.ProcessingTimeFunction;
import io.leat.planner.logical.Columns;
import io.leat.planner.validate.Places;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Compiles a scalar expression over one relation's columns, as the SELECT list of a query over it. */
final class ExpressionCompiler {

    private ExpressionCompiler() {}

    static Expression compile(
            SqlNode expression,
            String relation,
            Schema schema,
            Function<String, Optional<UserFunction>> functions,
            PlanningContext context,
            AtomicBoolean cancelled) {
        refuseProcessingTime(expression);
        SqlParserPos place = expression.getParserPosition();
        SqlSelect select = select(SqlNodeList.of(expression), new SqlIdentifier(relation, place), null, place);
        CatalogView alone = new OneRelation(new SystemRelation(relation, schema), functions);
        Plan plan =
                new QueryPlanner(alone, context, cancelled).translate(select).plan();
        if (plan instanceof Project project
                && project.input() instanceof Scan
                && project.expressions().size() == 1) {
            return project.expressions().get(0);
        }
        if (plan instanceof Scan && schema.size() == 1) {
            return Columns.reference(plan, 0);
        }
        throw LeatException.of(
                        ErrorCode.INVALID_DEFINITION, "only an expression over the columns of one row is allowed here")
                .at(Places.of(expression))
                .hint("Leave aggregates and sub-queries out.");
    }

    /** A row alone does not know when it comes. */
    private static void refuseProcessingTime(SqlNode expression) {
        expression.accept(new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlCall call) {
                if (call.getOperator().getName().equalsIgnoreCase(ProcessingTimeFunction.NAME)) {
                    throw LeatException.unsupported(
                                    "PROCTIME() inside an expression",
                                    "Declare a computed column AS PROCTIME() alone, and use that in queries.")
                            .at(Places.of(call));
                }
                return super.visit(call);
            }
        });
    }

    /** SELECT list FROM source WHERE condition. */
    static SqlSelect select(SqlNodeList list, SqlNode source, SqlNode where, SqlParserPos place) {
        return new SqlSelect(
                place, SqlNodeList.EMPTY, list, source, where, null, null, null, null, null, null, null, null);
    }

    /** A catalog of the relation alone. */
    private record OneRelation(Relation relation, Function<String, Optional<UserFunction>> functions)
            implements CatalogView {
        @Override
        public Optional<UserFunction> function(String name) {
            return functions.apply(name);
        }

        @Override
        public Optional<Relation> find(String name, boolean quoted) {
            return name.equalsIgnoreCase(relation.name()) ? Optional.of(relation) : Optional.empty();
        }

        @Override
        public List<String> relationNames() {
            return List.of(relation.name());
        }
    }
}
