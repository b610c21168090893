package io.leat.planner.expression;

import io.leat.core.expression.Expression;
import java.util.List;
import org.apache.calcite.rex.RexCall;

/** How the calls of one operator are written in the plan. */
@FunctionalInterface
interface CallTranslation {

    /**
     * The expression for a call.
     *
     * @param call what Calcite says about the call; its type is the result's
     * @param operands its operands, translated
     * @param context parameters, time and zone of the statement
     */
    Expression translate(RexCall call, List<Expression> operands, TranslationContext context);
}
