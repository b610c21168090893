package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** The columns of a result: those of the query, not of any table. */
final class LeatResultSetMetaData extends Unwrapping implements ResultSetMetaData {
    private final Schema schema;

    LeatResultSetMetaData(Schema schema) {
        this.schema = schema;
    }

    @Override
    List<Object> wrapped() {
        return List.of(schema);
    }

    private DataType type(int column) throws SQLException {
        requireColumn(column);
        return schema.type(column - 1);
    }

    private void requireColumn(int column) throws SQLException {
        if (column < 1 || column > schema.size()) {
            throw SqlErrors.of(
                    SqlErrors.INVALID_INDEX,
                    ErrorCode.UNKNOWN_COLUMN,
                    "there is no column " + column,
                    "Columns count from 1 to " + schema.size() + ".");
        }
    }

    @Override
    public int getColumnCount() {
        return schema.size();
    }

    @Override
    public String getColumnLabel(int column) throws SQLException {
        requireColumn(column);
        return schema.name(column - 1);
    }

    @Override
    public String getColumnName(int column) throws SQLException {
        return getColumnLabel(column);
    }

    @Override
    public int getColumnType(int column) throws SQLException {
        return JdbcType.of(type(column)).code();
    }

    @Override
    public String getColumnTypeName(int column) throws SQLException {
        return JdbcType.name(type(column));
    }

    @Override
    public String getColumnClassName(int column) throws SQLException {
        return JdbcType.of(type(column)).javaClass().getName();
    }

    @Override
    public int getColumnDisplaySize(int column) throws SQLException {
        return JdbcType.displaySize(type(column));
    }

    @Override
    public int getPrecision(int column) throws SQLException {
        return JdbcType.precision(type(column));
    }

    @Override
    public int getScale(int column) throws SQLException {
        return JdbcType.scale(type(column));
    }

    @Override
    public int isNullable(int column) throws SQLException {
        return type(column).nullable() ? columnNullable : columnNoNulls;
    }

    @Override
    public boolean isSigned(int column) throws SQLException {
        return type(column).kind().isNumeric();
    }

    @Override
    public boolean isCaseSensitive(int column) throws SQLException {
        return type(column).kind().isText();
    }

    @Override
    public boolean isSearchable(int column) throws SQLException {
        requireColumn(column);
        return true;
    }

    @Override
    public boolean isAutoIncrement(int column) throws SQLException {
        requireColumn(column);
        return false;
    }

    @Override
    public boolean isCurrency(int column) throws SQLException {
        requireColumn(column);
        return false;
    }

    @Override
    public boolean isReadOnly(int column) throws SQLException {
        requireColumn(column);
        return true;
    }

    @Override
    public boolean isWritable(int column) throws SQLException {
        requireColumn(column);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int column) throws SQLException {
        return isWritable(column);
    }

    @Override
    public String getSchemaName(int column) throws SQLException {
        requireColumn(column);
        return "";
    }

    @Override
    public String getTableName(int column) throws SQLException {
        requireColumn(column);
        return "";
    }

    @Override
    public String getCatalogName(int column) throws SQLException {
        requireColumn(column);
        return "";
    }
}
