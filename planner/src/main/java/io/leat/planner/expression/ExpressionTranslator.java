package io.leat.planner.expression;

import io.leat.core.error.LeatException;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.planner.type.CalciteTypes;
import java.util.List;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Calcite's row expressions as the plan's expressions, with all conversions explicit. Not safe to share by threads. */
public final class ExpressionTranslator {
    private final TranslationContext context;

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
        if (node instanceof RexInputRef column) {
            return new ColumnReference(column.getIndex(), CalciteTypes.toDataType(column.getType()));
        }
        throw LeatException.unsupported("this expression", "Rewrite it at " + context.now() + ".");
    }

    /** The expressions for some nodes, in their order. */
    public List<Expression> translate(List<? extends RexNode> nodes) {
        return nodes.stream().map(this::translate).toList();
    }
}
