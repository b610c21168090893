package io.leat.planner.function;

import java.util.Optional;
import org.apache.calcite.sql.SqlOperator;

/**
 * A function of our own: how SQL calls it and what computes it.
 *
 * @param operator what Calcite validates calls with
 * @param signature how it is written, for SHOW FUNCTIONS
 * @param description what it gives, in one line
 * @param method what computes it; empty if the translation makes it of native operations
 */
public record FunctionDefinition(
        SqlOperator operator, String signature, String description, Optional<MethodBinding> method) {

    /** The name that SQL calls it by. */
    public String name() {
        return operator.getName();
    }

    /** What SHOW FUNCTIONS says; the name is the written one, which Calcite's may differ from (TRANSLATE3). */
    FunctionInfo info() {
        int parenthesis = signature.indexOf('(');
        String written = parenthesis < 0 ? signature : signature.substring(0, parenthesis);
        return new FunctionInfo(written, signature, description);
    }
}
