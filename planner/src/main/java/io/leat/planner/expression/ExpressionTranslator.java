package io.leat.planner.expression;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.planner.type.CalciteTypes;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;

/**
 * Calcite's row expressions as the plan's expressions, with all conversions explicit. Not safe to share by threads.
 *
 * <p>How a call is written is up to the family of its operator: {@link CallTranslations} finds it.
 */
public final class ExpressionTranslator {
    private final TranslationContext context;
    private int depth;

    /** A translator of one statement. */
    public ExpressionTranslator(TranslationContext context) {
        this.context = context;
    }

    /**
     * The expression for a node.
     *
     * @throws LeatException if it nests too deep or has something in it that Leat does not support
     */
    public Expression translate(RexNode node) {
        if (++depth > context.limits().nestingDepth()) {
            throw LeatException.of(
                            ErrorCode.TOO_COMPLEX,
                            "an expression nests deeper than "
                                    + context.limits().nestingDepth() + " levels")
                    .hint("Split it into several columns of a view.");
        }
        try {
            return dispatch(node);
        } finally {
            depth--;
        }
    }

    /** The expressions for some nodes, in their order. */
    public List<Expression> translate(List<? extends RexNode> nodes) {
        return nodes.stream().map(this::translate).toList();
    }

    private Expression dispatch(RexNode node) {
        if (node instanceof RexInputRef column) {
            return new ColumnReference(column.getIndex(), CalciteTypes.toDataType(column.getType()));
        }
        if (node instanceof RexLiteral literal) {
            return Literals.of(literal);
        }
        if (node instanceof RexDynamicParam parameter) {
            return parameter(parameter);
        }
        if (node instanceof RexFieldAccess access) {
            return field(access);
        }
        if (node.getClass() == RexCall.class) {
            return call((RexCall) node);
        }
        throw LeatException.unsupported(
                "an expression of the kind " + node.getKind().sql + " at this place",
                "Move it into a view of its own.");
    }

    private Expression call(RexCall call) {
        if (call.getKind() == SqlKind.SEARCH) {
            return SearchCalls.translate(call, translate(call.getOperands().get(0)), context);
        }
        CallTranslation translation = UserFunctions.find(call.getOperator())
                .or(() -> CallTranslations.find(call.getOperator()))
                .orElseThrow(() -> unsupported(call.getOperator()));
        return translation.translate(call, translate(call.getOperands()), context);
    }

    private static LeatException unsupported(SqlOperator operator) {
        return operator.isDeterministic()
                ? LeatException.unsupported(
                        "the function " + operator.getName(), "SHOW FUNCTIONS lists the functions that there are.")
                : LeatException.unsupported(
                        "the random function " + operator.getName(),
                        "A query gives the same result whenever it is run; take a digest of a column instead.");
    }

    /** A parameter's value in the type that its place asks for. */
    private Expression parameter(RexDynamicParam parameter) {
        int index = parameter.getIndex();
        if (index >= context.parameters().size()) {
            throw LeatException.of(ErrorCode.INVALID_PARAMETER, "parameter " + (index + 1) + " has no value");
        }
        DataType type = CalciteTypes.toDataType(parameter.getType());
        Literal value = Parameters.literal(context.parameters().get(index), type);
        return CastCalls.cast(value, type, false, context);
    }

    private Expression field(RexFieldAccess access) {
        Expression row = translate(access.getReferenceExpr());
        int index = access.getField().getIndex();
        DataType type = CalciteTypes.toDataType(access.getType());
        boolean nullable = type.nullable() || row.type().nullable();
        Literal place = new Literal(index, DataType.INTEGER.withNullable(false));
        return new Call(Operation.FIELD, List.of(row, place), type.withNullable(nullable));
    }
}
