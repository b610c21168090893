package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.validate.TimeDependence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE FUNCTION with a value in SQL, checked. */
final class FunctionDefiner {
    /** A relation needs a column, and a function may have no parameter. */
    private static final Field NONE = new Field("$none", DataType.INTEGER);

    private final CatalogView catalog;
    private final PlanningContext context;

    FunctionDefiner(CatalogView catalog, PlanningContext context) {
        this.catalog = catalog;
        this.context = context;
    }

    PlannedFunction define(CreateSqlFunction statement) {
        String name = statement.name().name();
        Schema parameters = parameters(statement);
        TimeDependence.refuse(statement.body().node());
        Set<String> called = new LinkedHashSet<>();
        Schema columns = parameters.size() == 0 ? Schema.of(NONE) : parameters;
        Expression body = PlanningThread.run(
                context.limits(),
                cancelled -> ExpressionCompiler.compile(
                        statement.body().node(), name, columns, called(called), context, cancelled));
        Expression value = converted(body, statement);
        return new PlannedFunction(new UserFunction(name, parameters, value.type(), value), new ArrayList<>(called));
    }

    private static Expression converted(Expression body, CreateSqlFunction statement) {
        Span place = statement.body().source().span();
        try {
            return Assignments.convert(body, statement.returns(), "", place);
        } catch (LeatException mismatch) {
            DataType wanted = statement.returns().withNullable(true);
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "function \"" + statement.name().name() + "\" returns " + wanted + " but its value is "
                                    + body.type().withNullable(true),
                            mismatch)
                    .at(place)
                    .hint("Write CAST(... AS " + wanted + ").");
        }
    }

    private java.util.function.Function<String, Optional<UserFunction>> called(Set<String> called) {
        return name -> {
            Optional<UserFunction> found = catalog.function(name);
            found.ifPresent(function -> called.add(function.name()));
            return found;
        };
    }

    private static Schema parameters(CreateSqlFunction statement) {
        List<Field> fields = new ArrayList<>();
        for (CreateSqlFunction.Parameter parameter : statement.parameters()) {
            boolean twice = fields.stream()
                    .anyMatch(field ->
                            field.name().equalsIgnoreCase(parameter.name().name()));
            if (twice) {
                throw LeatException.of(
                                ErrorCode.DUPLICATE_COLUMN,
                                "parameter \"" + parameter.name().name() + "\" is declared twice")
                        .at(parameter.name().span());
            }
            fields.add(new Field(parameter.name().name(), parameter.type()));
        }
        return new Schema(fields);
    }
}
