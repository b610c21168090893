package io.leat.planner.expression;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.function.UserOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlOperator;

/** Calls of functions that users have made: the function's value, its arguments in the place of the parameters. */
final class UserFunctions {

    private UserFunctions() {}

    static Optional<CallTranslation> find(SqlOperator operator) {
        return operator instanceof UserOperator user
                ? Optional.of((call, operands, context) -> inlined(user.function(), operands, context))
                : Optional.empty();
    }

    private static Expression inlined(UserFunction function, List<Expression> operands, TranslationContext context) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            arguments.add(CastCalls.cast(operands.get(i), function.parameters().type(i), false, context));
        }
        return Substitution.replace(
                function.body(),
                part -> part instanceof ColumnReference parameter
                        ? Optional.of(arguments.get(parameter.index()))
                        : Optional.empty());
    }
}
