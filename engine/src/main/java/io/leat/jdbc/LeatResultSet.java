package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.engine.Cursor;
import io.leat.engine.Row;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a query, or changes of a subscription; forward only.
 *
 * <p>{@link #next()} of a subscription waits for the next change, at most as long as the statement's query timeout: then
 * it fails with HYT00, and may be called again. One thread reads; {@link #close()}, and {@code cancel()} of the
 * statement, may come from any other and end a waiting {@link #next()} at once, with SQLSTATE 24000 and 57014.
 */
final class LeatResultSet extends LabeledResultSet {
    private final LeatStatement statement;
    private final Cursor cursor;
    private final Schema schema;
    private final ResultSetBounds bounds;
    private volatile boolean closed;
    private Row row;
    private boolean ended;
    private boolean wasNull;
    private long position;
    private int fetchSize;

    /** A result set over a cursor that it closes; {@code statement} is null if none gave it. */
    LeatResultSet(LeatStatement statement, Cursor cursor, ResultSetBounds bounds) {
        this.statement = statement;
        this.cursor = cursor;
        this.schema = cursor.schema();
        this.bounds = bounds;
    }

    @Override
    List<Object> wrapped() {
        return List.of(cursor);
    }

    @Override
    public boolean next() throws SQLException {
        requireOpen();
        boolean full = bounds.maxRows() > 0 && position >= bounds.maxRows();
        row = ended || full ? null : fetch().orElse(null);
        ended = row == null;
        position += ended ? 0 : 1;
        return !ended;
    }

    private Optional<Row> fetch() throws SQLException {
        try {
            boolean waits = cursor.isBounded() || bounds.patience().isZero();
            return waits ? cursor.next() : cursor.next(bounds.patience());
        } catch (LeatException e) {
            if (closed || e.code() == ErrorCode.CLOSED) {
                throw SqlErrors.closed(SqlErrors.CURSOR_STATE, "result set");
            }
            throw SqlErrors.of(e);
        } catch (RuntimeException e) {
            throw SqlErrors.of(e);
        }
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.closed(SqlErrors.CURSOR_STATE, "result set");
        }
    }

    /** Makes a waiting {@link #next()} of a subscription fail; finite rows are all there and need no canceling. */
    void cancel() {
        if (!cursor.isBounded()) {
            cursor.cancel();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            SqlErrors.run(cursor::close);
            if (statement != null) {
                statement.closed(this);
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private Origin origin(int column) {
        return new Origin("column \"" + schema.name(column - 1) + "\"", schema.type(column - 1));
    }

    private Object value(int column) throws SQLException {
        requireOpen();
        if (row == null) {
            throw SqlErrors.of(
                    SqlErrors.CURSOR_STATE,
                    ErrorCode.DATA,
                    "the result set is on no row",
                    position == 0 ? "Call next() first." : "next() said that there are no more rows.");
        }
        if (column < 1 || column > schema.size()) {
            throw SqlErrors.of(
                    SqlErrors.INVALID_INDEX,
                    ErrorCode.UNKNOWN_COLUMN,
                    "there is no column " + column,
                    "Columns count from 1 to " + schema.size() + ".");
        }
        Object value = row.get(column - 1);
        wasNull = value == null;
        return value;
    }

    private <T> T as(int column, Class<T> type) throws SQLException {
        Object value = value(column);
        return value == null ? null : ObjectConversion.as(origin(column), value, type);
    }

    private long whole(int column, long least, long most, String target) throws SQLException {
        Object value = value(column);
        return value == null ? 0 : NumberConversion.whole(origin(column), value, least, most, target);
    }

    @Override
    public boolean wasNull() {
        return wasNull;
    }

    @Override
    public String getString(int column) throws SQLException {
        return as(column, String.class);
    }

    @Override
    public String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        Object value = value(column);
        return value != null && NumberConversion.truth(origin(column), value);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
    }

    @Override
    public short getShort(int column) throws SQLException {
        return (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
    }

    @Override
    public int getInt(int column) throws SQLException {
        return (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
    }

    @Override
    public long getLong(int column) throws SQLException {
        return whole(column, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
    }

    @Override
    public float getFloat(int column) throws SQLException {
        return (float) getDouble(column);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        Object value = value(column);
        return value == null ? 0 : NumberConversion.floating(origin(column), value, "a double");
    }

    @Override
    public BigDecimal getBigDecimal(int column) throws SQLException {
        return as(column, BigDecimal.class);
    }

    @Override
    public byte[] getBytes(int column) throws SQLException {
        return as(column, byte[].class);
    }

    @Override
    public Date getDate(int column) throws SQLException {
        return getDate(column, null);
    }

    @Override
    public Date getDate(int column, Calendar calendar) throws SQLException {
        Object value = value(column);
        return value == null ? null : TimeConversion.sqlDate(origin(column), value, calendar);
    }

    @Override
    public Time getTime(int column) throws SQLException {
        return getTime(column, null);
    }

    @Override
    public Time getTime(int column, Calendar calendar) throws SQLException {
        Object value = value(column);
        return value == null ? null : TimeConversion.sqlTime(origin(column), value, calendar);
    }

    @Override
    public Timestamp getTimestamp(int column) throws SQLException {
        return getTimestamp(column, null);
    }

    @Override
    public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
        Object value = value(column);
        return value == null ? null : TimeConversion.sqlTimestamp(origin(column), value, calendar);
    }

    @Override
    public Array getArray(int column) throws SQLException {
        return as(column, Array.class);
    }

    @Override
    public Object getObject(int column) throws SQLException {
        return as(column, Object.class);
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        if (type == null) {
            throw SqlErrors.of(ErrorCode.INVALID_OPTION, "no class was given", "");
        }
        return as(column, type);
    }

    @Override
    public InputStream getAsciiStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public InputStream getBinaryStream(int column) throws SQLException {
        byte[] bytes = getBytes(column);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public Reader getCharacterStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new StringReader(text);
    }

    @Override
    public Reader getNCharacterStream(int column) throws SQLException {
        return getCharacterStream(column);
    }

    @Override
    public int findColumn(String label) throws SQLException {
        requireOpen();
        int index = label == null ? -1 : schema.indexOf(label);
        if (index < 0) {
            throw SqlErrors.of(
                    ErrorCode.UNKNOWN_COLUMN,
                    "the result has no column \"" + label + "\"",
                    "Columns: " + String.join(", ", schema.names()) + ".");
        }
        return index + 1;
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new LeatResultSetMetaData(schema);
    }

    @Override
    public Statement getStatement() throws SQLException {
        requireOpen();
        return statement;
    }

    @Override
    public int getRow() throws SQLException {
        requireOpen();
        return ended ? 0 : (int) Math.min(position, Integer.MAX_VALUE);
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        requireOpen();
        return position == 0 && !ended && (!cursor.isBounded() || cursor.available() > 0);
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        requireOpen();
        return ended && position > 0;
    }

    @Override
    public boolean isFirst() throws SQLException {
        requireOpen();
        return position == 1 && !ended;
    }

    @Override
    public boolean isLast() throws SQLException {
        requireOpen();
        if (!cursor.isBounded()) {
            throw SqlErrors.unsupported("ResultSet.isLast of a subscription", "next() waits for the next change.");
        }
        boolean full = bounds.maxRows() > 0 && position == bounds.maxRows();
        return position > 0 && !ended && (full || cursor.available() == 0);
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireOpen();
        if (rows < 0) {
            throw SqlErrors.of(ErrorCode.INVALID_OPTION, "the fetch size cannot be " + rows, "0 means the default.");
        }
        fetchSize = rows;
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }
}
