package io.leat.parser;

import io.leat.core.error.Span;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlMapTypeNameSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlRowTypeNameSpec;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Gives the types that queries name (in CAST and its kin) the meaning they have in CREATE TABLE: STRING, BYTES and
 * TIMESTAMP_LTZ exist, FLOAT has four bytes, a TIMESTAMP without a precision keeps milliseconds, a DECIMAL without one ten
 * digits.
 */
final class IslandTypes {
    private static final int MILLISECONDS = 3;
    private static final int DECIMAL_PRECISION = 10;

    private final IslandText text;

    IslandTypes(IslandText text) {
        this.text = text;
    }

    /** Rewrites the types among a call's operands, in place. */
    void rewrite(SqlCall call) {
        for (int i = 0; i < call.operandCount(); i++) {
            SqlNode operand = call.operand(i);
            if (operand instanceof SqlDataTypeSpec type && rewrite(type) != type) {
                call.setOperand(i, rewrite(type));
            }
        }
    }

    private SqlDataTypeSpec rewrite(SqlDataTypeSpec type) {
        SqlTypeNameSpec name = rewrite(type.getTypeNameSpec(), type.getParserPosition());
        return name == type.getTypeNameSpec()
                ? type
                : new SqlDataTypeSpec(name, type.getTimeZone(), type.getNullable(), type.getParserPosition());
    }

    private SqlTypeNameSpec rewrite(SqlTypeNameSpec name, SqlParserPos position) {
        if (name instanceof SqlUserDefinedTypeNameSpec) {
            return named(name, position);
        }
        return name instanceof SqlBasicTypeNameSpec basic ? basic(basic, position) : nested(name, position);
    }

    private SqlTypeNameSpec nested(SqlTypeNameSpec name, SqlParserPos position) {
        if (name instanceof SqlCollectionTypeNameSpec collection) {
            SqlTypeNameSpec element = rewrite(collection.getElementTypeName(), position);
            SqlTypeName kind = SqlTypeName.get(collection.getTypeName().toString());
            return element == collection.getElementTypeName()
                    ? name
                    : new SqlCollectionTypeNameSpec(element, kind, position);
        }
        if (name instanceof SqlMapTypeNameSpec map) {
            return new SqlMapTypeNameSpec(rewrite(map.getKeyType()), rewrite(map.getValType()), position);
        }
        if (name instanceof SqlRowTypeNameSpec row) {
            List<SqlDataTypeSpec> types =
                    row.getFieldTypes().stream().map(this::rewrite).toList();
            return new SqlRowTypeNameSpec(position, row.getFieldNames(), types);
        }
        return name;
    }

    private SqlTypeNameSpec named(SqlTypeNameSpec name, SqlParserPos position) {
        return switch (name.getTypeName().toString().toUpperCase(Locale.ROOT)) {
            case "STRING" -> new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, position);
            case "BYTES" -> new SqlBasicTypeNameSpec(SqlTypeName.VARBINARY, position);
            case "TIMESTAMP_LTZ" -> localTimestamp(position);
            default -> name;
        };
    }

    private SqlTypeNameSpec localTimestamp(SqlParserPos position) {
        int precision = text.localTimestampPrecision(position.getLineNum(), position.getColumnNum())
                .orElse(MILLISECONDS);
        return new SqlBasicTypeNameSpec(
                SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                TypeSizes.timePrecision("TIMESTAMP_LTZ", precision, Positions.span(position)),
                position);
    }

    private static SqlTypeNameSpec basic(SqlBasicTypeNameSpec type, SqlParserPos position) {
        SqlTypeName name = SqlTypeName.get(type.getTypeName().toString());
        Span span = Positions.span(position);
        if (name == SqlTypeName.FLOAT) {
            return new SqlBasicTypeNameSpec(SqlTypeName.REAL, position);
        }
        if (name == SqlTypeName.DECIMAL && type.getPrecision() < 0) {
            return new SqlBasicTypeNameSpec(name, DECIMAL_PRECISION, 0, position);
        }
        if (name == SqlTypeName.TIMESTAMP || name == SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE) {
            int precision = type.getPrecision() < 0 ? MILLISECONDS : type.getPrecision();
            return new SqlBasicTypeNameSpec(name, TypeSizes.timePrecision("TIMESTAMP", precision, span), position);
        }
        return type;
    }
}
