package io.leat.planner.function;

import static org.apache.calcite.sql.type.SqlTypeFamily.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeFamily.NUMERIC;
import static org.apache.calcite.sql.type.SqlTypeName.DOUBLE;

import io.leat.planner.function.runtime.BitFunctions;
import io.leat.planner.function.runtime.NumberFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.type.ReturnTypes;

/** Functions of numbers. */
final class NumberDefinitions {

    private NumberDefinitions() {}

    /** Functions from DOUBLE to DOUBLE: name in SQL, method, description. */
    private static final List<List<String>> ANALYTIC = List.of(
            List.of("SQRT", "sqrt", "Square root."),
            List.of("CBRT", "cbrt", "Cube root."),
            List.of("EXP", "exp", "e to the power of it."),
            List.of("LN", "ln", "Natural logarithm."),
            List.of("LOG10", "log10", "Logarithm to base 10."),
            List.of("LOG2", "log2", "Logarithm to base 2."),
            List.of("SIN", "sin", "Sine."),
            List.of("COS", "cos", "Cosine."),
            List.of("TAN", "tan", "Tangent."),
            List.of("COT", "cot", "Cotangent."),
            List.of("ASIN", "asin", "Arc sine."),
            List.of("ACOS", "acos", "Arc cosine."),
            List.of("ATAN", "atan", "Arc tangent."),
            List.of("SINH", "sinh", "Hyperbolic sine."),
            List.of("COSH", "cosh", "Hyperbolic cosine."),
            List.of("TANH", "tanh", "Hyperbolic tangent."),
            List.of("DEGREES", "degrees", "Radians as degrees."),
            List.of("RADIANS", "radians", "Degrees as radians."));

    private static final Map<String, String> BITWISE = Map.of(
            "BITAND", "and", "BITOR", "or", "BITXOR", "xor", "BIT_LEFT_SHIFT", "left", "BIT_RIGHT_SHIFT", "right");

    static List<FunctionDefinition> all() {
        List<FunctionDefinition> all = new ArrayList<>(OTHERS);
        for (List<String> function : ANALYTIC) {
            all.add(number(function.get(0))
                    .takes(NUMERIC)
                    .returns(DOUBLE)
                    .by(NumberFunctions.class, function.get(1), function.get(0) + "(number)", function.get(2)));
        }
        BITWISE.forEach((name, method) -> all.add(number(name)
                .takes(INTEGER, INTEGER)
                .returns(ReturnTypes.LEAST_RESTRICTIVE)
                .by(BitFunctions.class, method, name + "(integer, integer)", "Bit by bit.")));
        return all;
    }

    private static final List<FunctionDefinition> OTHERS = List.of(
            power("POWER"),
            power("POW"),
            number("ATAN2")
                    .takes(NUMERIC, NUMERIC)
                    .returns(DOUBLE)
                    .by(NumberFunctions.class, "atan2", "ATAN2(y, x)", "The angle to a point."),
            number("LOG")
                    .takes(1, NUMERIC, NUMERIC)
                    .returns(DOUBLE)
                    .by(NumberFunctions.class, "log", "LOG([base,] number)", "Logarithm, natural without a base."),
            number("SIGN")
                    .takes(NUMERIC)
                    .returns(ReturnTypes.ARG0)
                    .by(NumberFunctions.class, "sign", "SIGN(number)", "-1, 0 or 1."),
            number("ROUND")
                    .takes(1, NUMERIC, INTEGER)
                    .returns(RoundingType::infer)
                    .by(NumberFunctions.class, "round", "ROUND(number [, digits])", "Rounded half away from zero."),
            number("TRUNCATE")
                    .takes(1, NUMERIC, INTEGER)
                    .returns(RoundingType::infer)
                    .by(NumberFunctions.class, "truncate", "TRUNCATE(number [, digits])", "Cut towards zero."),
            number("TRUNC")
                    .takes(1, NUMERIC, INTEGER)
                    .returns(RoundingType::infer)
                    .by(NumberFunctions.class, "truncate", "TRUNC(number [, digits])", "Cut towards zero."),
            Definition.of("E").returns(DOUBLE).by(NumberFunctions.class, "e", "E()", "Euler's number."),
            number("BITNOT")
                    .takes(INTEGER)
                    .returns(ReturnTypes.ARG0)
                    .by(BitFunctions.class, "not", "BITNOT(integer)", "Every bit inverted."),
            number("BIT_COUNT")
                    .takes(INTEGER)
                    .returns(org.apache.calcite.sql.type.SqlTypeName.INTEGER)
                    .by(BitFunctions.class, "count", "BIT_COUNT(integer)", "How many bits are set."));

    private static FunctionDefinition power(String name) {
        return number(name)
                .takes(NUMERIC, NUMERIC)
                .returns(DOUBLE)
                .by(
                        NumberFunctions.class,
                        "power",
                        name + "(base, exponent)",
                        "The base to the power of the exponent.");
    }

    private static Definition number(String name) {
        return Definition.of(name).of(SqlFunctionCategory.NUMERIC);
    }
}
