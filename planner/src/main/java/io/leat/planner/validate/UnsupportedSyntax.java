package io.leat.planner.validate;

import io.leat.core.error.LeatException;
import java.util.Map;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Refuses, by name and at its place, what the grammar can read but Leat cannot run. */
final class UnsupportedSyntax extends SqlBasicVisitor<Void> {

    /** A construct as people call it, and what to write instead. */
    private record Construct(String name, String hint) {}

    private static final Map<SqlKind, Construct> BY_KIND = Map.of(
            SqlKind.MATCH_RECOGNIZE,
            new Construct("MATCH_RECOGNIZE", "Join the stream with itself on the key and a range of time."),
            SqlKind.UNNEST,
            new Construct("UNNEST", "Read single elements by position, as in tags[1]."),
            SqlKind.TABLESAMPLE,
            new Construct("TABLESAMPLE", "Filter with WHERE MOD(id, 100) = 0."),
            SqlKind.PIVOT,
            new Construct("PIVOT", "Write one aggregate with FILTER (WHERE ...) for each column."),
            SqlKind.UNPIVOT,
            new Construct("UNPIVOT", "Write UNION ALL of one SELECT for each column."));

    private UnsupportedSyntax() {}

    static void check(SqlNode query) {
        query.accept(new UnsupportedSyntax());
    }

    @Override
    public Void visit(SqlCall call) {
        Construct construct = BY_KIND.get(call.getKind());
        if (construct != null) {
            throw refuse(construct.name(), construct.hint(), call);
        }
        if (call.getKind() == SqlKind.OVER && call.operand(0).getKind() == SqlKind.FILTER) {
            throw refuse("FILTER with OVER", "Write SUM(CASE WHEN ... THEN x END) OVER (...).", call.operand(0));
        }
        checkSetOperation(call);
        checkTableFunction(call);
        if (call instanceof SqlSelect select) {
            checkSelect(select);
        } else if (call instanceof SqlWithItem item && item.recursive.booleanValue()) {
            checkRecursion(item);
        } else if (call instanceof SqlJoin join && isAsof(join.getJoinType())) {
            throw refuse("ASOF JOIN", "Join on equality and a range of time.", join);
        } else if (call instanceof SqlJoin join && isSnapshot(join.getRight()) && showsRight(join.getJoinType())) {
            String name = "FOR SYSTEM_TIME AS OF in a " + join.getJoinType() + " JOIN";
            throw refuse(name, "Use an INNER or a LEFT JOIN.", join.getRight());
        }
        return super.visit(call);
    }

    private static void checkSetOperation(SqlCall call) {
        boolean set = call.getKind() == SqlKind.INTERSECT || call.getKind() == SqlKind.EXCEPT;
        if (set && ((SqlSetOperator) call.getOperator()).isAll()) {
            String name = call.getOperator().getName();
            throw refuse(name, "Leave ALL out, or count duplicates with GROUP BY.", call);
        }
    }

    /** A misspelled one would be read as a value. */
    private static void checkTableFunction(SqlCall call) {
        boolean called = call.getKind() == SqlKind.COLLECTION_TABLE && call.operand(0) instanceof SqlCall;
        SqlCall function = called ? call.operand(0) : null;
        if (function != null
                && function.getOperator() instanceof SqlUnresolvedFunction
                && !WindowFunctions.isWindow(function.getOperator())) {
            throw WindowFunctions.unknown(function);
        }
    }

    private static void checkSelect(SqlSelect select) {
        if (select.getModifierNode(SqlSelectKeyword.STREAM) != null) {
            throw refuse("SELECT STREAM", "Leave STREAM out and write EMIT CHANGES at the end.", select);
        }
    }

    private static void checkRecursion(SqlWithItem item) {
        boolean[] recursive = {false};
        String name = item.name.getSimple();
        item.query.accept(new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(org.apache.calcite.sql.SqlIdentifier id) {
                recursive[0] |= id.isSimple() && id.getSimple().equalsIgnoreCase(name);
                return null;
            }
        });
        if (recursive[0]) {
            throw refuse("WITH RECURSIVE", "Write the steps out as joins, up to the depth that you need.", item.name);
        }
    }

    private static boolean isSnapshot(SqlNode table) {
        return table.getKind() == SqlKind.SNAPSHOT
                || table.getKind() == SqlKind.AS && isSnapshot(((SqlCall) table).operand(0));
    }

    private static boolean showsRight(JoinType type) {
        return type == JoinType.RIGHT || type == JoinType.FULL;
    }

    private static boolean isAsof(JoinType type) {
        return type == JoinType.ASOF || type == JoinType.LEFT_ASOF;
    }

    private static LeatException refuse(String construct, String hint, SqlNode place) {
        return LeatException.unsupported(construct, hint).at(Places.of(place));
    }
}
