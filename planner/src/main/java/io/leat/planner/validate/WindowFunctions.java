package io.leat.planner.validate;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** The table functions for windows. */
public final class WindowFunctions {
    static final WindowFunction TUMBLE =
            new WindowFunction("TUMBLE", 1, 2, List.of("DATA", "TIMECOL", "SIZE", "OFFSET"));
    static final WindowFunction HOP =
            new WindowFunction("HOP", 2, 3, List.of("DATA", "TIMECOL", "SLIDE", "SIZE", "OFFSET"));
    static final WindowFunction CUMULATE =
            new WindowFunction("CUMULATE", 2, 3, List.of("DATA", "TIMECOL", "STEP", "SIZE", "OFFSET"));
    static final WindowFunction SESSION = new WindowFunction("SESSION", 1, 2, List.of("DATA", "TIMECOL", "KEY", "GAP"));

    private static final Map<String, String> USAGE = Map.of(
            "TUMBLE", "TUMBLE(TABLE t, DESCRIPTOR(time), size [, offset])",
            "HOP", "HOP(TABLE t, DESCRIPTOR(time), slide, size [, offset])",
            "CUMULATE", "CUMULATE(TABLE t, DESCRIPTOR(time), step, size [, offset])",
            "SESSION", "SESSION(TABLE t [PARTITION BY key], DESCRIPTOR(time), gap)");

    private static final Map<String, SqlOperator> BY_NAME =
            Map.of("TUMBLE", TUMBLE, "HOP", HOP, "CUMULATE", CUMULATE, "SESSION", SESSION);

    /** COUNT(*) and LISTAGG have a syntax of their own, but the validator asks for plain functions of their names. */
    private static final List<SqlSyntax> CALLED_LIKE_FUNCTIONS =
            List.of(SqlSyntax.FUNCTION_STAR, SqlSyntax.ORDERED_FUNCTION);

    private WindowFunctions() {}

    /** Whether a call of this operator gives rows their windows, resolved or not. */
    static boolean isWindow(SqlOperator operator) {
        return BY_NAME.containsKey(operator.getName().toUpperCase(Locale.ROOT));
    }

    /** How a window function is written; empty for other names. */
    static Optional<String> usage(String name) {
        return Optional.ofNullable(USAGE.get(name));
    }

    /** The error for a call in FROM of a function that gives no table. */
    static LeatException unknown(SqlCall call) {
        String name = call.getOperator().getName();
        return LeatException.of(ErrorCode.UNKNOWN_FUNCTION, "there is no table function \"" + name + "\"")
                .at(Places.of(call))
                .hint(Suggestions.didYouMean(
                        name, BY_NAME.keySet().stream().sorted().toList(), "Table functions: "));
    }

    /** A table that has these functions in place of others of their names, and else what {@code rest} has. */
    static SqlOperatorTable before(SqlOperatorTable rest) {
        return new Table(rest);
    }

    /** Ours by name, then the rest. */
    private record Table(SqlOperatorTable rest) implements SqlOperatorTable {
        @Override
        public void lookupOperatorOverloads(
                SqlIdentifier name,
                SqlFunctionCategory category,
                SqlSyntax syntax,
                List<SqlOperator> operators,
                SqlNameMatcher matcher) {
            SqlOperator window = name.isSimple() ? BY_NAME.get(name.getSimple().toUpperCase(Locale.ROOT)) : null;
            if (window != null && syntax == SqlSyntax.FUNCTION) {
                operators.add(window);
                return;
            }
            rest.lookupOperatorOverloads(name, category, syntax, operators, matcher);
            if (syntax == SqlSyntax.FUNCTION && operators.isEmpty()) {
                CALLED_LIKE_FUNCTIONS.forEach(
                        other -> rest.lookupOperatorOverloads(name, category, other, operators, matcher));
            }
        }

        @Override
        public List<SqlOperator> getOperatorList() {
            return rest.getOperatorList();
        }
    }
}
