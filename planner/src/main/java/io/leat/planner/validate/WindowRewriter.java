package io.leat.planner.validate;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Brings all spellings of windows to one: {@code SESSION(TABLE t PARTITION BY k, ...)} to {@code SESSION(TABLE t, ...,
 * DESCRIPTOR(k), ...)}, and the old {@code GROUP BY TUMBLE(ts, ...)} to the table function.
 */
final class WindowRewriter extends SqlShuttle {

    private WindowRewriter() {}

    static SqlNode rewrite(SqlNode query) {
        return query.accept(new WindowRewriter());
    }

    @Override
    public SqlNode visit(SqlCall call) {
        SqlNode inner = super.visit(call);
        if (inner instanceof SqlSelect select) {
            return GroupedWindow.rewrite(select);
        }
        if (!(inner instanceof SqlBasicCall basic) || !WindowFunctions.isWindow(basic.getOperator())) {
            return inner;
        }
        return isPartitioned(basic) ? partitionAsDescriptor(basic) : withSelect(withTable(basic));
    }

    private static boolean isPartitioned(SqlCall call) {
        return call.operandCount() > 1 && value(call.operand(0)).getKind() == SqlKind.SET_SEMANTICS_TABLE;
    }

    /** {@code TUMBLE(t, ...)} as {@code TUMBLE(TABLE t, ...)}: Calcite looks for ever for a column of that name. */
    private static SqlBasicCall withTable(SqlBasicCall call) {
        if (call.operandCount() > 0 && value(call.operand(0)) instanceof SqlIdentifier name) {
            SqlNode table = SqlStdOperatorTable.EXPLICIT_TABLE.createCall(name.getParserPosition(), name);
            call.setOperand(0, isNamed(call) ? assign("DATA", table) : table);
        }
        return call;
    }

    /** Calcite takes each SELECT of a set operation for an input of its own; inside one SELECT it is one input. */
    private static SqlNode withSelect(SqlBasicCall call) {
        SqlNode data = call.operandCount() == 0 ? call : value(call.operand(0));
        boolean composed = data.isA(SqlKind.SET_QUERY)
                || data.getKind() == SqlKind.WITH
                || data.getKind() == SqlKind.VALUES
                || data.getKind() == SqlKind.ORDER_BY;
        if (composed) {
            SqlNode star = SqlIdentifier.star(data.getParserPosition());
            SqlNode select = SelectStar.of(star, data);
            call.setOperand(0, isNamed(call) ? assign("DATA", select) : select);
        }
        return call;
    }

    private static boolean isNamed(SqlCall call) {
        return call.operand(0).getKind() == SqlKind.ARGUMENT_ASSIGNMENT;
    }

    private static SqlNode value(SqlNode operand) {
        return operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT ? ((SqlCall) operand).operand(0) : operand;
    }

    private static SqlNode partitionAsDescriptor(SqlBasicCall call) {
        SqlCall partitioned = (SqlCall) value(call.operand(0));
        SqlNodeList keys = partitioned.operand(1);
        boolean named = isNamed(call);
        List<SqlNode> operands = new ArrayList<>();
        operands.add(named ? assign("DATA", partitioned.operand(0)) : partitioned.operand(0));
        operands.add(call.operand(1));
        SqlNode descriptor = SqlStdOperatorTable.DESCRIPTOR.createCall(keys.getParserPosition(), keys.getList());
        operands.add(named ? assign("KEY", descriptor) : descriptor);
        operands.addAll(call.getOperandList().subList(2, call.operandCount()));
        return call.getOperator().createCall(call.getParserPosition(), operands);
    }

    private static SqlNode assign(String parameter, SqlNode value) {
        return SqlStdOperatorTable.ARGUMENT_ASSIGNMENT.createCall(
                value.getParserPosition(), value, new SqlIdentifier(parameter, value.getParserPosition()));
    }
}
