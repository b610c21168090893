package io.leat.planner.function;

import java.util.EnumSet;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** All operators and functions that a query may use: ours, then the standard's, then those of other databases. */
public final class OperatorTable {

    private OperatorTable() {}

    /** The table; made at the first call, which takes a third of a second, and shared from then on. */
    public static SqlOperatorTable instance() {
        return Holder.TABLE;
    }

    /** Made when it is first needed. */
    private static final class Holder {
        private static final SqlOperatorTable TABLE = SqlOperatorTables.chain(
                SqlStdOperatorTable.instance(),
                SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
                        EnumSet.of(SqlLibrary.POSTGRESQL, SqlLibrary.BIG_QUERY, SqlLibrary.SPARK)));
    }
}
