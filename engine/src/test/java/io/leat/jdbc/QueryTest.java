package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements, their results, their errors. */
class QueryTest {
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:leat:");
        statement = connection.createStatement();
        statement.execute("CREATE TABLE t (k STRING, v INT)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void countsAndRows() throws SQLException {
        assertEquals(2, statement.executeUpdate("INSERT INTO t VALUES ('a', 1), ('b', 2)"));
        assertEquals(2, statement.getUpdateCount());
        assertNull(statement.getResultSet());
        assertEquals(1, statement.executeUpdate("UPDATE t SET v = 3 WHERE k = 'b'"));
        assertEquals(1, statement.executeLargeUpdate("DELETE FROM t WHERE k = 'a'"));
        assertEquals(0, statement.executeUpdate("CREATE VIEW w AS SELECT * FROM t"));
        try (ResultSet rows = statement.executeQuery("SELECT k, v FROM t")) {
            assertTrue(rows.isBeforeFirst());
            assertTrue(rows.next());
            assertTrue(rows.isFirst());
            assertTrue(rows.isLast());
            assertEquals(1, rows.getRow());
            assertEquals("b", rows.getString("K"));
            assertEquals(3, rows.getInt("v"));
            assertEquals(2, rows.findColumn("v"));
            assertFalse(rows.next());
            assertTrue(rows.isAfterLast());
            assertFalse(rows.next());
            assertEquals(-1, statement.getUpdateCount());
        }
    }

    @Test
    void aTextOfSeveralStatementsGivesTheirResultsInOrder() throws SQLException {
        assertFalse(statement.execute(
                "INSERT INTO t VALUES ('a;b', 1); SELECT k FROM t; CREATE TABLE u (x INT); SELECT v FROM t;"));
        assertEquals(1, statement.getUpdateCount());
        assertTrue(statement.getMoreResults());
        ResultSet first = statement.getResultSet();
        assertTrue(first.next());
        assertEquals("a;b", first.getString(1));
        assertFalse(statement.getMoreResults());
        assertTrue(first.isClosed());
        assertEquals(0, statement.getUpdateCount());
        assertTrue(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
        ResultSet last = statement.getResultSet();
        assertTrue(last.next());
        assertFalse(statement.getMoreResults());
        assertEquals(-1, statement.getUpdateCount());
        assertTrue(last.isClosed());
    }

    @Test
    void whatWasDoneBeforeAnErrorStaysDone() throws SQLException {
        SQLException error = assertThrows(
                SQLException.class, () -> statement.execute("INSERT INTO t VALUES ('a', 1); SELECT nope FROM t"));
        assertEquals("42703", error.getSQLState());
        assertEquals(-1, statement.getUpdateCount());
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            assertTrue(rows.next());
            assertEquals(1, rows.getLong(1));
        }
    }

    @Test
    void errorsKeepTheirStateAndTheirCause() throws SQLException {
        SQLException unknown =
                assertThrows(SQLSyntaxErrorException.class, () -> statement.executeQuery("SELECT vv FROM t"));
        assertEquals("42703", unknown.getSQLState());
        assertEquals(Integer.parseInt("42703", 36), unknown.getErrorCode());
        assertTrue(unknown.getMessage().startsWith("unknown column \"vv\""), unknown.getMessage());
        assertTrue(unknown.getMessage().contains("\nhint: did you mean \"v\"?"), unknown.getMessage());
        LeatException cause = assertInstanceOf(LeatException.class, unknown.getCause());
        assertEquals(8, cause.span().orElseThrow().column());
        assertThrows(SQLSyntaxErrorException.class, () -> statement.execute("SELEC 1"));
        assertThrows(SQLSyntaxErrorException.class, () -> statement.execute("SELECT * FROM nope"));
        assertThrows(SQLSyntaxErrorException.class, () -> statement.execute(""));
        assertThrows(SQLFeatureNotSupportedException.class, () -> statement.execute("CREATE INDEX i ON t (k)"));
        statement.execute("CREATE TABLE n (v INT NOT NULL)");
        assertThrows(
                SQLIntegrityConstraintViolationException.class,
                () -> statement.execute("INSERT INTO n SELECT v FROM (VALUES (CAST(NULL AS INT))) AS x (v)"));
        assertEquals(
                "22012",
                assertThrows(
                                SQLException.class,
                                () -> statement.executeQuery("SELECT 1 / (v - v) FROM (VALUES (1)) AS x (v)"))
                        .getSQLState());
    }

    @Test
    void theWrongMethodForAResultSaysSo() {
        assertEquals(
                "07005",
                assertThrows(SQLException.class, () -> statement.executeQuery("INSERT INTO t VALUES ('a', 1)"))
                        .getSQLState());
        SQLException rows = assertThrows(SQLException.class, () -> statement.executeUpdate("SELECT * FROM t"));
        assertEquals("the statement gives rows\nhint: Use execute or executeQuery for it.", rows.getMessage());
    }

    @Test
    void aBatchStopsAtItsFirstError() throws SQLException {
        statement.addBatch("INSERT INTO t VALUES ('a', 1)");
        statement.addBatch("INSERT INTO t VALUES ('b', 2), ('c', 3)");
        assertArrayEquals(new int[] {1, 2}, statement.executeBatch());
        assertArrayEquals(new int[0], statement.executeBatch());
        statement.addBatch("INSERT INTO t VALUES ('d', 4)");
        statement.addBatch("INSERT INTO nope VALUES (1)");
        statement.addBatch("INSERT INTO t VALUES ('e', 5)");
        BatchUpdateException failure = assertThrows(BatchUpdateException.class, statement::executeBatch);
        assertArrayEquals(new int[] {1}, failure.getUpdateCounts());
        assertEquals("42P01", failure.getSQLState());
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            assertTrue(rows.next());
            assertEquals(4, rows.getInt(1));
        }
    }

    @Test
    void maxRowsEndsAResult() throws SQLException {
        statement.execute("INSERT INTO t VALUES ('a', 1), ('b', 2), ('c', 3)");
        statement.setMaxRows(2);
        assertEquals(2, statement.getMaxRows());
        try (ResultSet rows = statement.executeQuery("SELECT * FROM t ORDER BY k")) {
            assertTrue(rows.next());
            assertTrue(rows.next());
            assertTrue(rows.isLast());
            assertFalse(rows.next());
        }
    }

    @Test
    void closeOnCompletionClosesWithTheLastResult() throws SQLException {
        statement.closeOnCompletion();
        ResultSet rows = statement.executeQuery("SELECT * FROM t");
        assertFalse(statement.isClosed());
        rows.close();
        assertTrue(statement.isClosed());
        assertEquals(
                "HY010",
                assertThrows(SQLException.class, () -> statement.execute("SELECT 1"))
                        .getSQLState());
        assertEquals("24000", assertThrows(SQLException.class, rows::next).getSQLState());
    }

    @Test
    void autoCommitIsAlwaysOn() throws SQLException {
        assertTrue(connection.getAutoCommit());
        connection.setAutoCommit(true);
        assertThrows(SQLFeatureNotSupportedException.class, () -> connection.setAutoCommit(false));
        assertEquals(
                "25000", assertThrows(SQLException.class, connection::commit).getSQLState());
        assertEquals(
                "25000", assertThrows(SQLException.class, connection::rollback).getSQLState());
        assertEquals(Connection.TRANSACTION_NONE, connection.getTransactionIsolation());
        assertFalse(connection.getMetaData().supportsTransactions());
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() throws SQLException {
        SQLException call = assertThrows(SQLFeatureNotSupportedException.class, () -> connection.prepareCall("x"));
        assertEquals(
                "Connection.prepareCall is not supported\nhint: There are no procedures; SELECT calls functions.",
                call.getMessage());
        assertThrows(
                SQLFeatureNotSupportedException.class,
                () -> connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY));
        try (ResultSet rows = statement.executeQuery("SELECT * FROM t")) {
            assertThrows(SQLFeatureNotSupportedException.class, rows::previous);
            assertThrows(SQLFeatureNotSupportedException.class, () -> rows.updateInt(1, 1));
            assertThrows(SQLFeatureNotSupportedException.class, () -> rows.updateString("k", "x"));
        }
        try (ResultSet keys = statement.getGeneratedKeys()) {
            assertFalse(keys.next());
        }
    }
}
