package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.engine.Leat;
import io.leat.engine.Session;
import java.sql.Array;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A connection: one session of a database in this JVM.
 *
 * <p><b>Threads.</b> A connection is safe from any thread, and its statements run side by side; each statement, and each
 * result set, is for one thread at a time, save {@code cancel} and {@code close}, which may come from any. Closing the
 * connection closes its statements, waiting ones included.
 *
 * <p><b>Transactions.</b> Auto-commit is always on: a statement is done, whole, when it returns, or has changed nothing.
 * A query reads one consistent snapshot; {@code UPDATE}, {@code DELETE} and an {@code INSERT} that reads its own table are
 * one step each. Reading and then changing in two statements is two steps.
 */
final class LeatConnection extends AbstractConnection {
    private final ConnectionUrl url;
    private final DatabaseLease lease;
    private final Session session;
    private final Properties clientInfo = new Properties();
    private final Set<LeatStatement> statements = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private LeatConnection(ConnectionUrl url, DatabaseLease lease) {
        this.url = url;
        this.lease = lease;
        this.session = lease.leat().session();
    }

    static LeatConnection open(ConnectionUrl url) {
        DatabaseLease lease = DatabaseLease.open(url.directory());
        try {
            LeatConnection connection = new LeatConnection(url, lease);
            url.apply(connection.session);
            return connection;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    @Override
    List<Object> wrapped() {
        return List.of(lease.leat(), session);
    }

    ConnectionUrl url() {
        return url;
    }

    Leat leat() {
        return lease.leat();
    }

    Session session() {
        return session;
    }

    @Override
    void requireOpen() throws SQLException {
        if (isClosed()) {
            throw SqlErrors.closed(ErrorCode.CLOSED.sqlState(), "connection");
        }
    }

    @Override
    public Statement createStatement() throws SQLException {
        requireOpen();
        return opened(new LeatStatement(this));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        requireOpen();
        return opened(new LeatPreparedStatement(this, sql));
    }

    private <T extends LeatStatement> T opened(T statement) throws SQLException {
        statements.add(statement);
        if (isClosed()) {
            statement.close();
            requireOpen();
        }
        return statement;
    }

    void closed(LeatStatement statement) {
        statements.remove(statement);
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean markClosed() {
        boolean open = !closed;
        closed = true;
        return open;
    }

    @Override
    public void close() throws SQLException {
        if (!markClosed()) {
            return;
        }
        try {
            for (LeatStatement statement : new ArrayList<>(statements)) {
                statement.close();
            }
        } finally {
            SqlErrors.run(lease::close);
        }
    }

    /** Closes it; the executor is not needed, since nothing here waits for a network. */
    @Override
    public void abort(Executor executor) throws SQLException {
        if (executor == null) {
            throw SqlErrors.of(ErrorCode.INVALID_OPTION, "no executor was given", "");
        }
        close();
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        if (seconds < 0) {
            throw SqlErrors.of(ErrorCode.INVALID_OPTION, "the timeout cannot be " + seconds, "0 means none.");
        }
        return !isClosed();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        requireOpen();
        return new LeatDatabaseMetaData(this);
    }

    /** Kept and given back; Leat makes no use of it. */
    @Override
    public void setClientInfo(String name, String value) {
        if (value == null) {
            clientInfo.remove(name);
        } else {
            clientInfo.setProperty(name, value);
        }
    }

    @Override
    public void setClientInfo(Properties properties) {
        clientInfo.clear();
        properties.stringPropertyNames().forEach(name -> setClientInfo(name, properties.getProperty(name)));
    }

    @Override
    public String getClientInfo(String name) throws SQLException {
        requireOpen();
        return clientInfo.getProperty(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        requireOpen();
        Properties copy = new Properties();
        copy.putAll(clientInfo);
        return copy;
    }

    /** An array for {@code setArray}; its elements take the type that the parameter's place asks for. */
    @Override
    public Array createArrayOf(String type, Object[] elements) throws SQLException {
        requireOpen();
        Object[] converted = new Object[elements.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = ParameterConversion.of(i + 1, elements[i], Optional.empty());
        }
        return new LeatArray(DataType.of(TypeKind.NULL), Arrays.asList(converted));
    }
}
