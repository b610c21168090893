package io.leat.jdbc;

import io.leat.core.error.LeatException;
import io.leat.engine.Settings;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The JDBC driver of Leat, found by {@link DriverManager} without being named.
 *
 * <ul>
 *   <li>{@code jdbc:leat:} is a database in memory; each connection has its own, which goes when it is closed.
 *   <li>{@code jdbc:leat:DIR} is the database in that directory; connections of one JVM share it, and it is closed with
 *       the last of them.
 *   <li>{@code ?read.mode=latest&statement.timeout=5000} after either are settings of the session; they may be given as
 *       properties, too.
 * </ul>
 */
public final class LeatDriver implements Driver {
    static final int MAJOR_VERSION = 0;
    static final int MINOR_VERSION = 1;

    static {
        register();
    }

    /** A driver; {@link DriverManager} makes the one that is needed. */
    public LeatDriver() {}

    private static void register() {
        try {
            DriverManager.registerDriver(new LeatDriver());
        } catch (SQLException e) {
            throw LeatException.internal("while registering the JDBC driver", e);
        }
    }

    /**
     * Opens a connection; null if the URL is not one of Leat's.
     *
     * @throws SQLException 22023 for an option that there is not, 08001 for a directory that cannot be opened, 55006 if
     *     another process has it open
     */
    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!ConnectionUrl.isOurs(url)) {
            return null;
        }
        Properties given = properties == null ? new Properties() : properties;
        return SqlErrors.call(() -> LeatConnection.open(ConnectionUrl.parse(url, given)));
    }

    /** Whether the URL begins with {@code jdbc:leat:}. */
    @Override
    public boolean acceptsURL(String url) {
        return ConnectionUrl.isOurs(url);
    }

    /** The settings of a session, with their defaults and choices. */
    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        Properties given = properties == null ? new Properties() : properties;
        ConnectionUrl parsed = SqlErrors.call(
                () -> ConnectionUrl.parse(ConnectionUrl.isOurs(url) ? url : ConnectionUrl.PREFIX, given));
        List<DriverPropertyInfo> infos = new ArrayList<>();
        for (Settings.Setting setting : Settings.all()) {
            String value = parsed.options().getOrDefault(setting.name(), setting.defaultValue());
            DriverPropertyInfo info = new DriverPropertyInfo(setting.name(), value);
            info.description = setting.description();
            info.choices = setting.values().isEmpty() ? null : setting.values().toArray(String[]::new);
            infos.add(info);
        }
        return infos.toArray(DriverPropertyInfo[]::new);
    }

    @Override
    public int getMajorVersion() {
        return MAJOR_VERSION;
    }

    @Override
    public int getMinorVersion() {
        return MINOR_VERSION;
    }

    /** False: JDBC asks for transactions and for all of entry-level SQL-92. */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    /** Refused: the driver logs nothing. */
    @Override
    public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
        throw (java.sql.SQLFeatureNotSupportedException) SqlErrors.unsupported("Driver.getParentLogger");
    }
}
