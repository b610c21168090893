package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** The options of a statement, and what JDBC has and Leat has not. */
abstract class AbstractStatement extends Unwrapping implements Statement {
    private volatile boolean closed;
    private long maxRows;
    private int fetchSize;
    private int queryTimeoutSeconds;
    private boolean poolable;
    private boolean closeOnCompletion;

    void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.closed(SqlErrors.SEQUENCE, "statement");
        }
    }

    /** Notes that it is closed; answers whether it was open. */
    boolean markClosed() {
        boolean open = !closed;
        closed = true;
        return open;
    }

    ResultSetBounds bounds() {
        return new ResultSetBounds(maxRows, timeLimit());
    }

    Duration timeLimit() {
        return Duration.ofSeconds(queryTimeoutSeconds);
    }

    private static SQLException invalid(String what, long value, String hint) {
        return SqlErrors.of(ErrorCode.INVALID_OPTION, what + " cannot be " + value, hint);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public int getMaxRows() throws SQLException {
        return (int) Math.min(Integer.MAX_VALUE, getLargeMaxRows());
    }

    @Override
    public void setMaxRows(int rows) throws SQLException {
        setLargeMaxRows(rows);
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        requireOpen();
        return maxRows;
    }

    @Override
    public void setLargeMaxRows(long rows) throws SQLException {
        requireOpen();
        if (rows < 0) {
            throw invalid("the most rows", rows, "0 means all.");
        }
        maxRows = rows;
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        requireOpen();
        return queryTimeoutSeconds;
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        requireOpen();
        if (seconds < 0) {
            throw invalid("the query timeout", seconds, "0 means none.");
        }
        queryTimeoutSeconds = seconds;
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireOpen();
        if (rows < 0) {
            throw invalid("the fetch size", rows, "0 means the default.");
        }
        fetchSize = rows;
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        requireOpen();
        return 0;
    }

    @Override
    public void setMaxFieldSize(int bytes) throws SQLException {
        requireOpen();
        if (bytes != 0) {
            throw SqlErrors.unsupported("Statement.setMaxFieldSize", "Values are never cut off.");
        }
    }

    /** A hint that changes nothing: escapes such as {@code {ts '...'}} are part of the language. */
    @Override
    public void setEscapeProcessing(boolean enable) throws SQLException {
        requireOpen();
    }

    @Override
    public void setCursorName(String name) throws SQLException {
        throw SqlErrors.unsupported("Statement.setCursorName");
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        requireOpen();
        if (direction != ResultSet.FETCH_FORWARD) {
            throw SqlErrors.unsupported("Statement.setFetchDirection", "Result sets go forward only.");
        }
    }

    @Override
    public int getFetchDirection() throws SQLException {
        requireOpen();
        return ResultSet.FETCH_FORWARD;
    }

    @Override
    public int getResultSetType() throws SQLException {
        requireOpen();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        requireOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return null;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
    }

    @Override
    public void setPoolable(boolean value) throws SQLException {
        requireOpen();
        poolable = value;
    }

    @Override
    public boolean isPoolable() throws SQLException {
        requireOpen();
        return poolable;
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        requireOpen();
        return closeOnCompletion;
    }

    /** Always empty: Leat makes no keys. */
    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        requireOpen();
        return MemoryRows.resultSet(new io.leat.core.type.Schema(List.of()), List.of());
    }

    private static SQLException keys(String method) {
        return SqlErrors.unsupported("Statement." + method + " with columns of keys", "Leat makes no keys.");
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        return execute(sql);
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        throw keys("executeUpdate");
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        throw keys("executeUpdate");
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        throw keys("executeLargeUpdate");
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        throw keys("executeLargeUpdate");
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        throw keys("execute");
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        throw keys("execute");
    }
}
