package io.leat.planner.logical;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.planner.expression.Substitution;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The same expression over columns that have moved. */
public final class ColumnMapping {

    private ColumnMapping() {}

    /** The expression with each column at its new place. */
    public static Expression remap(Expression expression, IntUnaryOperator place) {
        return Substitution.replace(
                expression,
                part -> part instanceof ColumnReference column
                        ? Optional.of(new ColumnReference(place.applyAsInt(column.index()), column.type()))
                        : Optional.empty());
    }
}
