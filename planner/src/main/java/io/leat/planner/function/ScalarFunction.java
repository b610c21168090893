package io.leat.planner.function;

import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;

/**
 * A function of ours for Calcite. A class of its own, because Calcite takes operators of one class and name for the same
 * and would rewrite ours by the rules of its own function of that name.
 */
final class ScalarFunction extends SqlFunction {
    private final boolean deterministic;
    private final boolean dynamic;

    ScalarFunction(
            String name,
            SqlReturnTypeInference result,
            SqlOperandTypeChecker operands,
            SqlFunctionCategory category,
            boolean deterministic,
            boolean dynamic) {
        super(name, SqlKind.OTHER_FUNCTION, result, null, operands, category);
        this.deterministic = deterministic;
        this.dynamic = dynamic;
    }

    @Override
    public boolean isDeterministic() {
        return deterministic;
    }

    @Override
    public boolean isDynamicFunction() {
        return dynamic;
    }
}
