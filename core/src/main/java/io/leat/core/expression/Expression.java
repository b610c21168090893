package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;

/** Something that has a value for every row. */
public sealed interface Expression permits ColumnReference, Literal, Call, Cast, Invoke {

    /** The type of the value. */
    DataType type();

    /** The expressions that this one is made of. */
    List<Expression> operands();

    /** Answers according to which kind of expression this is. */
    <R> R accept(ExpressionVisitor<R> visitor);
}
