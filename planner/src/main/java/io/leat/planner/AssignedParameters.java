package io.leat.planner;

import io.leat.core.type.DataType;
import io.leat.planner.type.CalciteTypes;
import io.leat.planner.type.LeatTypeFactory;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Gives a {@code ?} that is stored in a column the column's type. By itself it has none: {@code INSERT INTO t VALUES (?)}
 * is validated as a query that knows nothing of its target.
 */
final class AssignedParameters {
    private AssignedParameters() {}

    /** Changes the rows of VALUES, and the SELECT lists, whose columns are stored in columns of the given types. */
    static void type(SqlNode query, List<DataType> types) {
        if (query instanceof SqlSelect select) {
            typeAll(select.getSelectList(), types);
        } else if (query.getKind() == SqlKind.VALUES) {
            ((SqlCall) query).getOperandList().forEach(row -> typeRow((SqlCall) row, types));
        } else if (query.getKind() == SqlKind.UNION) {
            ((SqlCall) query).getOperandList().forEach(input -> type(input, types));
        }
    }

    private static void typeAll(SqlNodeList values, List<DataType> types) {
        for (int i = 0; i < Math.min(values.size(), types.size()); i++) {
            values.set(i, typed(values.get(i), types.get(i)));
        }
    }

    private static void typeRow(SqlCall row, List<DataType> types) {
        for (int i = 0; i < Math.min(row.operandCount(), types.size()); i++) {
            row.setOperand(i, typed(row.operand(i), types.get(i)));
        }
    }

    /** The same value, or, for a {@code ?}, a cast to the type. */
    static SqlNode typed(SqlNode value, DataType type) {
        if (!(value instanceof SqlDynamicParam)) {
            return value;
        }
        SqlParserPos place = value.getParserPosition();
        SqlNode name = SqlTypeUtil.convertTypeToSpec(
                CalciteTypes.toRelDataType(type.withNullable(true), new LeatTypeFactory()));
        return new SqlBasicCall(SqlStdOperatorTable.CAST, List.of(value, name), place);
    }
}
