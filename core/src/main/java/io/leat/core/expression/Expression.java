package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Something that has a value for every row. */
public sealed interface Expression permits ColumnReference, Literal, Call, Cast, Invoke {

    /** The type of the value. */
    DataType type();

    /** The expressions that this one is made of. */
    List<Expression> operands();

    /** Places of the columns that it reads. */
    default Set<Integer> columns() {
        Set<Integer> columns = new TreeSet<>();
        operands().forEach(operand -> columns.addAll(operand.columns()));
        return columns;
    }

    /** Answers according to which kind of expression this is. */
    <R> R accept(ExpressionVisitor<R> visitor);
}
