package io.leat.planner.logical;

import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Small projections of columns. */
public final class Columns {

    private Columns() {}

    /** A reference to a column of a plan. */
    public static ColumnReference reference(Plan input, int column) {
        return new ColumnReference(column, input.schema().type(column));
    }

    /** The given columns of a plan, in the given order; the plan itself if that changes nothing. */
    public static Plan select(Plan input, List<Integer> columns) {
        boolean same = columns.size() == input.schema().size();
        for (int i = 0; same && i < columns.size(); i++) {
            same = columns.get(i) == i;
        }
        if (same) {
            return input;
        }
        List<Expression> expressions = columns.stream()
                .<Expression>map(column -> reference(input, column))
                .toList();
        return new Project(input, expressions, input.schema().select(columns));
    }

    /** The numbers from..to-1. */
    public static List<Integer> range(int from, int to) {
        List<Integer> columns = new ArrayList<>();
        for (int i = from; i < to; i++) {
            columns.add(i);
        }
        return columns;
    }

    /** A plan's columns converted to the types of a schema, with its names; the plan itself if nothing changes. */
    public static Plan convert(Plan input, Schema target) {
        List<Expression> expressions = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < target.size(); i++) {
            Expression converted = convert(reference(input, i), target.type(i));
            same &= converted instanceof ColumnReference;
            expressions.add(converted);
        }
        return same && input.schema().size() == target.size()
                ? input
                : new Project(input, expressions, ProjectTranslation.schema(target.names(), expressions));
    }

    /** An expression converted to a type; itself if it has it, with or without NULL. */
    public static Expression convert(Expression expression, DataType type) {
        DataType own = expression.type();
        boolean same = own.withNullable(true).equals(type.withNullable(true));
        return same ? expression : new Cast(expression, type.withNullable(own.nullable()), false);
    }
}
