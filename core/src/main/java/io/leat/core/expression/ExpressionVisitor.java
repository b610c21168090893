package io.leat.core.expression;

/** One answer for each kind of {@link Expression}. */
public interface ExpressionVisitor<R> {

    /** Answers for a column. */
    R column(ColumnReference column);

    /** Answers for a constant. */
    R literal(Literal literal);

    /** Answers for a native operation. */
    R call(Call call);

    /** Answers for a conversion. */
    R cast(Cast cast);

    /** Answers for a call of a static Java method. */
    R invoke(Invoke invoke);
}
