package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import io.leat.engine.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding the driver, reading its URLs, opening and sharing databases. */
class DriverTest {
    @TempDir
    Path directory;

    @Test
    void theServiceLoaderFindsIt() {
        List<Driver> ours = ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(LeatDriver.class::isInstance)
                .toList();
        assertEquals(1, ours.size());
        assertEquals(0, ours.get(0).getMajorVersion());
        assertEquals(1, ours.get(0).getMinorVersion());
        assertFalse(ours.get(0).jdbcCompliant());
    }

    @Test
    void itTakesItsOwnUrlsOnly() throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:leat:");
        assertTrue(driver.acceptsURL("jdbc:leat:"));
        assertTrue(driver.acceptsURL("jdbc:leat:/tmp/db?read.mode=latest"));
        assertFalse(driver.acceptsURL("jdbc:postgresql:x"));
        assertFalse(driver.acceptsURL(null));
        assertNull(driver.connect("jdbc:postgresql:x", new Properties()));
        assertEquals(
                "0A000",
                assertThrows(SQLException.class, driver::getParentLogger).getSQLState());
    }

    @Test
    void settingsAreItsProperties() throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:leat:");
        DriverPropertyInfo[] infos = driver.getPropertyInfo("jdbc:leat:?read.mode=latest", null);
        DriverPropertyInfo mode = Arrays.stream(infos)
                .filter(info -> info.name.equals("read.mode"))
                .findFirst()
                .orElseThrow();
        assertEquals("latest", mode.value);
        assertEquals(List.of("fresh", "latest"), List.of(mode.choices));
    }

    @Test
    void optionsOfTheUrlAreSettingsOfTheSession() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "ada");
        properties.setProperty("statement.timeout", "5000");
        try (Connection connection = DriverManager.getConnection("jdbc:leat:?read.mode=latest", properties)) {
            Session session = connection.unwrap(Session.class);
            assertEquals("latest", session.settings().get("read.mode"));
            assertEquals("5000", session.settings().get("statement.timeout"));
        }
    }

    @Test
    void unknownOptionsAreRefusedWithTheNearest() {
        SQLException unknown =
                assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:leat:?read.mod=latest"));
        assertEquals("22023", unknown.getSQLState());
        assertEquals(
                "a connection has no option \"read.mod\"\nhint: did you mean \"read.mode\"?"
                        + " Options: checkpoint.interval, checkpoint.kept, read.mode, shards,"
                        + " statement.timeout.",
                unknown.getMessage());
        assertInstanceOf(LeatException.class, unknown.getCause());
        SQLException bare = assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:leat:?fresh"));
        assertEquals("option \"fresh\" of the URL has no value\nhint: Write it as option=value.", bare.getMessage());
    }

    @Test
    void eachMemoryConnectionHasItsOwnDatabase() throws SQLException {
        try (Connection first = DriverManager.getConnection("jdbc:leat:");
                Connection second = DriverManager.getConnection("jdbc:leat:");
                Statement statement = first.createStatement()) {
            assertNotSame(first.unwrap(Leat.class), second.unwrap(Leat.class));
            statement.execute("CREATE TABLE t (v INT)");
            assertTrue(first.getMetaData().getTables(null, null, "t", null).next());
            assertFalse(second.getMetaData().getTables(null, null, "t", null).next());
        }
    }

    @Test
    void connectionsToOneDirectoryShareIt() throws Exception {
        Path database = directory.resolve("db");
        Connection first = DriverManager.getConnection("jdbc:leat:" + database);
        Connection second = DriverManager.getConnection("jdbc:leat:" + database + "/../db");
        assertSame(first.unwrap(Leat.class), second.unwrap(Leat.class));
        assertNotSame(first.unwrap(Session.class), second.unwrap(Session.class));
        try (Statement statement = first.createStatement()) {
            statement.execute("CREATE TABLE t (v INT)");
        }
        first.close();
        try (Statement statement = second.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
        second.close();
        try (Connection third = DriverManager.getConnection("jdbc:leat:" + database)) {
            assertTrue(third.getMetaData().getTables(null, null, "t", null).next());
        }
    }

    @Test
    void aDirectoryThatCannotBeOpenedIsAConnectionError() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "x");
        SQLException error = assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:leat:" + file));
        assertEquals("08001", error.getSQLState());
        assertInstanceOf(java.sql.SQLNonTransientConnectionException.class, error);
    }

    @Test
    void closingLeavesNoThread() throws SQLException {
        long before = loops();
        Connection connection = DriverManager.getConnection("jdbc:leat:");
        Statement statement = connection.createStatement();
        statement.execute("CREATE TABLE t (v INT)");
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO t");
        assertTrue(loops() > before);
        connection.close();
        connection.close();
        assertEquals(before, loops());
        assertTrue(changes.isClosed());
        assertTrue(statement.isClosed());
        assertTrue(connection.isClosed());
        assertFalse(connection.isValid(1));
        assertEquals(
                "08003",
                assertThrows(SQLException.class, connection::createStatement).getSQLState());
    }

    private static long loops() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("leat-loop"))
                .count();
    }
}
