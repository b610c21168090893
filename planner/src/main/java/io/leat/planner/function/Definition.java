package io.leat.planner.function;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/** Says a function in one sentence: {@code of("LPAD").takes(2, CHARACTER, INTEGER, CHARACTER).text().by(...)}. */
final class Definition {
    private final String name;
    private SqlOperandTypeChecker operands = OperandTypes.NILADIC;
    private SqlReturnTypeInference result = ReturnTypes.ARG0;
    private boolean strict = true;
    private boolean zoned;
    private boolean deterministic = true;
    private boolean dynamic;
    private SqlFunctionCategory category = SqlFunctionCategory.STRING;

    private Definition(String name) {
        this.name = name;
    }

    static Definition of(String name) {
        return new Definition(name);
    }

    /** All operands are required. */
    Definition takes(SqlTypeFamily... families) {
        return takes(families.length, families);
    }

    /** The first operands are required, the others may be left out. */
    Definition takes(int required, SqlTypeFamily... families) {
        return takes(OperandTypes.family(List.of(families), index -> index >= required));
    }

    /** Any number of operands of a family, but at least so many. */
    Definition takesMany(int least, SqlTypeFamily family) {
        SqlOperandTypeChecker[] counts = new SqlOperandTypeChecker[VARIADIC_MAX - least + 1];
        for (int count = least; count <= VARIADIC_MAX; count++) {
            counts[count - least] = OperandTypes.family(Collections.nCopies(count, family));
        }
        return takes(OperandTypes.or(counts));
    }

    private static final int VARIADIC_MAX = 32;

    Definition takes(SqlOperandTypeChecker checker) {
        operands = checker;
        return this;
    }

    /** The result is NULL only where an argument is. */
    Definition returns(SqlTypeName type) {
        return returns(ReturnTypes.explicit(type).andThen(SqlTypeTransforms.TO_NULLABLE));
    }

    /** The result may be NULL though no argument is. */
    Definition returnsOrNull(SqlTypeName type) {
        return returns(ReturnTypes.explicit(type).andThen(SqlTypeTransforms.FORCE_NULLABLE));
    }

    Definition returns(SqlReturnTypeInference inference) {
        result = inference;
        return this;
    }

    /** The method sees NULL arguments. */
    Definition seesNulls() {
        strict = false;
        return this;
    }

    /** The method gets the session's time zone. */
    Definition zoned() {
        zoned = true;
        return this;
    }

    /** Calls with equal arguments give different results. */
    Definition random() {
        deterministic = false;
        return this;
    }

    /** The result depends on the time at which the statement runs. */
    Definition timeDependent() {
        dynamic = true;
        return this;
    }

    /** The parser asks for functions with a syntax of their own by category as well. */
    Definition of(SqlFunctionCategory kind) {
        category = kind;
        return this;
    }

    /** Computed by a static method. */
    FunctionDefinition by(Class<?> owner, String method, String signature, String description) {
        return definition(signature, description, Optional.of(new MethodBinding(owner, method, strict, zoned)));
    }

    /** Made of native operations by the translation. */
    FunctionDefinition translated(String signature, String description) {
        return definition(signature, description, Optional.empty());
    }

    private FunctionDefinition definition(String signature, String description, Optional<MethodBinding> method) {
        ScalarFunction function = new ScalarFunction(name, result, operands, category, deterministic, dynamic);
        return new FunctionDefinition(function, signature, description, method);
    }
}
