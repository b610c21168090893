package io.leat.planner.validate;

import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;

/** The old way to write windows, {@code GROUP BY TUMBLE(ts, size)} with TUMBLE_START and so on, as a table function. */
final class GroupedWindow extends SqlShuttle {
    private static final List<String> COLUMNS = List.of("window_start", "window_end", "window_time");
    private final String window;

    private GroupedWindow(String window) {
        this.window = window;
    }

    static SqlNode rewrite(SqlSelect select) {
        Optional<SqlCall> window = find(select.getGroup());
        if (window.isEmpty()) {
            return select;
        }
        SqlCall call = window.get();
        GroupedWindow replacement = new GroupedWindow(name(call));
        List<SqlNode> otherKeys =
                select.getGroup().getList().stream().filter(key -> key != call).toList();
        SqlNodeList keys = new SqlNodeList(otherKeys, select.getGroup().getParserPosition());
        COLUMNS.forEach(column -> keys.add(new SqlIdentifier(column, call.getParserPosition())));
        select.setFrom(from(select, call, otherKeys));
        select.setGroupBy(keys);
        select.setSelectList((SqlNodeList) select.getSelectList().accept(replacement));
        if (select.getHaving() != null) {
            select.setHaving(select.getHaving().accept(replacement));
        }
        if (select.getOrderList() != null) {
            select.setOrderBy((SqlNodeList) select.getOrderList().accept(replacement));
        }
        return select;
    }

    private static Optional<SqlCall> find(SqlNodeList group) {
        return group == null
                ? Optional.empty()
                : group.getList().stream()
                        .filter(key -> isWindow(key))
                        .map(SqlCall.class::cast)
                        .findFirst();
    }

    private static boolean isWindow(SqlNode key) {
        return key instanceof SqlCall call
                && List.of("TUMBLE", "HOP", "SESSION").contains(name(call))
                && call.operandCount() >= 2;
    }

    /** Calcite's parser puts a dollar before the names of grouping functions. */
    private static String name(SqlCall call) {
        return call.getOperator().getName().toUpperCase(java.util.Locale.ROOT).replace("$", "");
    }

    /** The same FROM with the windows of each row added, under the same alias. */
    private static SqlNode from(SqlSelect select, SqlCall window, List<SqlNode> keys) {
        SqlNode from = select.getFrom();
        SqlParserPos place = window.getParserPosition();
        boolean aliased = from.getKind() == SqlKind.AS && ((SqlCall) from).operandCount() == 2;
        SqlNode source = aliased ? ((SqlCall) from).operand(0) : from;
        boolean relation = source.getKind() == SqlKind.IDENTIFIER || source.getKind() == SqlKind.SELECT;
        if (!relation || window.operand(0).getKind() != SqlKind.IDENTIFIER) {
            throw LeatException.unsupported(
                            "GROUP BY " + name(window) + " over anything but a column of one table", HINT)
                    .at(Places.of(window));
        }
        SqlNode alias = aliased ? ((SqlCall) from).operand(1) : aliasOf(source, place);
        SqlNode function =
                SqlStdOperatorTable.COLLECTION_TABLE.createCall(place, function(source, window, keys, place));
        return SqlStdOperatorTable.AS.createCall(place, function, alias);
    }

    private static final String HINT =
            "Write FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) and GROUP"
                    + " BY window_start, window_end.";

    private static SqlNode aliasOf(SqlNode source, SqlParserPos place) {
        List<String> names = source instanceof SqlIdentifier table ? table.names : List.of("windowed");
        return new SqlIdentifier(names.get(names.size() - 1), place);
    }

    private static SqlNode function(SqlNode source, SqlCall window, List<SqlNode> keys, SqlParserPos place) {
        List<SqlNode> operands = new ArrayList<>();
        operands.add(
                source instanceof SqlIdentifier
                        ? SqlStdOperatorTable.EXPLICIT_TABLE.createCall(place, source)
                        : source);
        operands.add(SqlStdOperatorTable.DESCRIPTOR.createCall(place, last(window.operand(0))));
        List<SqlNode> keyColumns = keys.stream()
                .filter(SqlIdentifier.class::isInstance)
                .map(GroupedWindow::last)
                .toList();
        if (name(window).equals("SESSION") && !keyColumns.isEmpty()) {
            operands.add(SqlStdOperatorTable.DESCRIPTOR.createCall(place, keyColumns));
        }
        operands.addAll(window.getOperandList().subList(1, window.operandCount()));
        return operator(name(window)).createCall(place, operands);
    }

    private static WindowFunction operator(String name) {
        return switch (name) {
            case "TUMBLE" -> WindowFunctions.TUMBLE;
            case "HOP" -> WindowFunctions.HOP;
            default -> WindowFunctions.SESSION;
        };
    }

    private static SqlNode last(SqlNode name) {
        SqlIdentifier identifier = (SqlIdentifier) name;
        return identifier.getComponent(identifier.names.size() - 1);
    }

    /** TUMBLE_START(...) and its kin become the window's columns. */
    @Override
    public SqlNode visit(SqlCall call) {
        String name = name(call);
        String column = switch (name.startsWith(window + "_") ? name.substring(window.length() + 1) : "") {
            case "START" -> "window_start";
            case "END" -> "window_end";
            case "ROWTIME", "PROCTIME" -> "window_time";
            default -> "";
        };
        if (column.isEmpty()) {
            return call instanceof SqlSelect ? call : super.visit(call);
        }
        return new SqlIdentifier(column, call.getParserPosition());
    }
}
