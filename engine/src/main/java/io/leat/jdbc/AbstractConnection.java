package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.concurrent.Executor;

/** What JDBC has and Leat has not: transactions of several statements, catalogs, procedures, large objects. */
abstract class AbstractConnection extends Unwrapping implements Connection {

    abstract void requireOpen() throws SQLException;

    private static SQLException unsupported(String method, String hint) {
        return SqlErrors.unsupported("Connection." + method, hint);
    }

    private static SQLException noTransaction(String method) {
        return SqlErrors.of(
                SqlErrors.TRANSACTION_STATE,
                ErrorCode.NOT_ALLOWED,
                method + " cannot be called while auto-commit is on",
                "Every statement is done, whole, when it returns; there is nothing to end.");
    }

    @Override
    public void setAutoCommit(boolean value) throws SQLException {
        requireOpen();
        if (!value) {
            throw SqlErrors.unsupported(
                    "a transaction of several statements",
                    "Leave auto-commit on: every statement is atomic by itself.");
        }
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        requireOpen();
        return true;
    }

    @Override
    public void commit() throws SQLException {
        requireOpen();
        throw noTransaction("commit");
    }

    @Override
    public void rollback() throws SQLException {
        requireOpen();
        throw noTransaction("rollback");
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        throw unsupported("rollback to a savepoint", "");
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        throw unsupported("setSavepoint", "");
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        throw unsupported("setSavepoint", "");
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        throw unsupported("releaseSavepoint", "");
    }

    /** TRANSACTION_NONE: there are no transactions of several statements. Each statement reads one snapshot. */
    @Override
    public int getTransactionIsolation() throws SQLException {
        requireOpen();
        return TRANSACTION_NONE;
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        requireOpen();
        if (level != TRANSACTION_NONE) {
            throw unsupported("setTransactionIsolation", "Every statement reads one consistent snapshot.");
        }
    }

    @Override
    public void setReadOnly(boolean value) throws SQLException {
        requireOpen();
        if (value) {
            throw unsupported("setReadOnly", "There are no read-only connections.");
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        requireOpen();
        requireHoldability(holdability);
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    private static void requireHoldability(int holdability) throws SQLException {
        if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            throw SqlErrors.unsupported("a holdability other than HOLD_CURSORS_OVER_COMMIT");
        }
    }

    private static void requireForwardOnly(int type, int concurrency) throws SQLException {
        if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
            throw SqlErrors.unsupported(
                    "a result set that scrolls or is updated", "Ask for TYPE_FORWARD_ONLY and CONCUR_READ_ONLY.");
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        requireForwardOnly(type, concurrency);
        return createStatement();
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        requireHoldability(holdability);
        return createStatement(type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        requireForwardOnly(type, concurrency);
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        requireHoldability(holdability);
        return prepareStatement(sql, type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        throw unsupported("prepareStatement with columns of keys", "Leat makes no keys.");
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        throw unsupported("prepareStatement with columns of keys", "Leat makes no keys.");
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        throw unsupported("prepareCall", "There are no procedures; SELECT calls functions.");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return prepareCall(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return prepareCall(sql);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        requireOpen();
        return sql;
    }

    /** Ignored, as JDBC asks of databases without catalogs. */
    @Override
    public void setCatalog(String catalog) throws SQLException {
        requireOpen();
    }

    @Override
    public String getCatalog() throws SQLException {
        requireOpen();
        return null;
    }

    /** Ignored, as JDBC asks of databases whose tables are in no schema. */
    @Override
    public void setSchema(String schema) throws SQLException {
        requireOpen();
    }

    @Override
    public String getSchema() throws SQLException {
        requireOpen();
        return null;
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
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        requireOpen();
        return Map.of();
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        requireOpen();
        if (map != null && !map.isEmpty()) {
            throw unsupported("setTypeMap", "getObject takes a class.");
        }
    }

    @Override
    public Clob createClob() throws SQLException {
        throw unsupported("createClob", "Use setString or setCharacterStream.");
    }

    @Override
    public NClob createNClob() throws SQLException {
        throw unsupported("createNClob", "Use setString or setCharacterStream.");
    }

    @Override
    public Blob createBlob() throws SQLException {
        throw unsupported("createBlob", "Use setBytes or setBinaryStream.");
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        throw unsupported("createSQLXML", "Use setString.");
    }

    @Override
    public Struct createStruct(String type, Object[] attributes) throws SQLException {
        throw unsupported("createStruct", "ROW(...) makes one in SQL.");
    }

    @Override
    public void setNetworkTimeout(Executor executor, int millis) throws SQLException {
        throw unsupported("setNetworkTimeout", "There is no network between a connection and its database.");
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        requireOpen();
        return 0;
    }
}
