package io.leat.planner.function;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * All operators and functions that a query may use: ours, the standard's, and of other databases' only what can be
 * computed, so that anything else is an unknown function and not an accident later. One of ours hides all others of its
 * name.
 */
public final class OperatorTable {
    private static final Set<SqlLibrary> LIBRARIES =
            EnumSet.of(SqlLibrary.POSTGRESQL, SqlLibrary.BIG_QUERY, SqlLibrary.SPARK);

    private OperatorTable() {}

    /** The table; made at the first call, which takes a third of a second, and shared from then on. */
    public static SqlOperatorTable instance() {
        return Holder.TABLE;
    }

    /** Made when it is first needed. */
    private static final class Holder {
        private static final SqlOperatorTable TABLE = SqlOperatorTables.of(operators());
    }

    private static List<SqlOperator> operators() {
        Set<String> ours = FunctionCatalog.definedNames();
        List<SqlOperator> operators = new ArrayList<>();
        FunctionCatalog.definitions().forEach(definition -> operators.add(definition.operator()));
        for (SqlOperator operator : SqlStdOperatorTable.instance().getOperatorList()) {
            boolean hidden = isFunction(operator) && ours.contains(name(operator));
            if (!hidden && !FunctionCatalog.WITHDRAWN.contains(name(operator))) {
                operators.add(operator);
            }
        }
        SqlOperatorTable libraries = SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(LIBRARIES);
        for (SqlOperator operator : libraries.getOperatorList()) {
            if (isComputable(operator) && !ours.contains(name(operator))) {
                operators.add(operator);
            }
        }
        return operators;
    }

    private static boolean isFunction(SqlOperator operator) {
        SqlSyntax syntax = operator.getSyntax();
        return syntax == SqlSyntax.FUNCTION || syntax == SqlSyntax.FUNCTION_ID;
    }

    private static boolean isComputable(SqlOperator operator) {
        return operator.isAggregator()
                || !isFunction(operator)
                || FunctionCatalog.LIBRARY_FUNCTIONS.contains(name(operator));
    }

    private static String name(SqlOperator operator) {
        return operator.getName().toUpperCase(Locale.ROOT);
    }
}
