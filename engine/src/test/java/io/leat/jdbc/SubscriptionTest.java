package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.ChangeCursor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Result sets that never end: snapshot and changes, and every way to end the wait for the next. */
@Timeout(60)
class SubscriptionTest {
    private static final long PROMPT_MILLIS = 5_000;

    private Connection connection;
    private Statement statement;
    private Statement other;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:leat:");
        statement = connection.createStatement();
        other = connection.createStatement();
        other.execute("CREATE TABLE t (k STRING, v INT)");
        other.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS total FROM t GROUP BY k");
        other.execute("INSERT INTO t VALUES ('a', 1)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static String row(ResultSet changes) throws SQLException {
        assertTrue(changes.next());
        return changes.getLong("leat_weight") + " " + changes.getString("k") + " " + changes.getInt("total");
    }

    @Test
    void theSnapshotThenEveryChange() throws SQLException {
        try (ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums")) {
            assertEquals("leat_tick", changes.getMetaData().getColumnLabel(1));
            assertEquals("1 a 1", row(changes));
            long snapshot = changes.getLong("leat_tick");
            other.execute("INSERT INTO t VALUES ('a', 4)");
            assertEquals("-1 a 1", row(changes));
            assertEquals("1 a 5", row(changes));
            assertTrue(changes.getLong("leat_tick") > snapshot);
            assertEquals(3, changes.getRow());
            assertThrows(SQLFeatureNotSupportedException.class, changes::isLast);
            assertInstanceOf(ChangeCursor.class, changes.unwrap(ChangeCursor.class));
            assertTrue(changes.isWrapperFor(ChangeCursor.class));
        }
    }

    @Test
    void queriesCanBeFollowedAndHaveParameters() throws SQLException {
        try (PreparedStatement followed =
                connection.prepareStatement("SELECT k, v AS total FROM t WHERE v > ? EMIT CHANGES")) {
            followed.setInt(1, 2);
            try (ResultSet changes = followed.executeQuery()) {
                other.execute("INSERT INTO t VALUES ('b', 2), ('c', 3)");
                assertEquals("1 c 3", row(changes));
            }
        }
    }

    @Test
    void theQueryTimeoutEndsTheWaitAndNotTheSubscription() throws SQLException {
        statement.setQueryTimeout(1);
        try (ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums")) {
            assertEquals("1 a 1", row(changes));
            SQLTimeoutException timeout = assertThrows(SQLTimeoutException.class, changes::next);
            assertEquals("HYT00", timeout.getSQLState());
            other.execute("INSERT INTO t VALUES ('b', 2)");
            assertEquals("1 b 2", row(changes));
        }
    }

    @Test
    void cancelEndsTheWait() throws Exception {
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums");
        SQLException ended = endedBy(changes, statement::cancel);
        assertEquals("57014", ended.getSQLState());
        assertEquals("the statement was canceled", ended.getMessage());
        other.execute("INSERT INTO t VALUES ('b', 2)");
        assertEquals("1 b 2", row(changes));
    }

    @Test
    void closingTheResultSetEndsTheWait() throws Exception {
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums");
        assertEquals("24000", endedBy(changes, changes::close).getSQLState());
        assertTrue(changes.isClosed());
        assertFalse(statement.isClosed());
        assertTrue(statement.execute("SELECT 1"));
    }

    @Test
    void closingTheStatementOrTheConnectionEndsTheWait() throws Exception {
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums");
        assertEquals("24000", endedBy(changes, statement::close).getSQLState());
        ResultSet more = other.executeQuery("SUBSCRIBE TO sums");
        assertEquals("24000", endedBy(more, connection::close).getSQLState());
    }

    @Test
    void runningTheStatementAgainClosesTheSubscription() throws SQLException {
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums");
        assertTrue(statement.executeQuery("SELECT 1").next());
        assertTrue(changes.isClosed());
    }

    @Test
    void cancelingOneStatementLeavesTheOthersAlone() throws Exception {
        ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums");
        ResultSet followed = other.executeQuery("SUBSCRIBE TO sums");
        assertEquals("57014", endedBy(changes, statement::cancel).getSQLState());
        assertEquals("1 a 1", row(followed));
    }

    @Test
    void aSmallFetchSizeLosesNothing() throws Exception {
        statement.setFetchSize(1);
        try (ResultSet changes = statement.executeQuery("SUBSCRIBE TO sums")) {
            for (int i = 0; i < 20; i++) {
                other.execute("INSERT INTO t VALUES ('k" + i + "', 1)");
            }
            assertEquals("1 a 1", row(changes));
            for (int i = 0; i < 20; i++) {
                assertEquals("1 k" + i + " 1", row(changes));
            }
        }
    }

    @Test
    void twoStatementsRunSideBySide() throws Exception {
        other.execute("CREATE MATERIALIZED VIEW counts AS SELECT COUNT(*) AS n FROM t");
        int rounds = 50;
        CompletableFuture<Integer> inserted = CompletableFuture.supplyAsync(() -> {
            try (Statement writer = connection.createStatement()) {
                int count = 0;
                for (int i = 0; i < rounds; i++) {
                    count += writer.executeUpdate("INSERT INTO t VALUES ('x', 1)");
                }
                return count;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        long seen = 0;
        while (seen < rounds + 1) {
            try (ResultSet count = statement.executeQuery("SELECT n FROM counts")) {
                assertTrue(count.next());
                assertTrue(count.getLong(1) >= seen);
                seen = count.getLong(1);
            }
        }
        assertEquals(rounds, inserted.get(30, TimeUnit.SECONDS));
    }

    @Test
    void theQueryTimeoutEndsAFiniteStatement() throws SQLException {
        statement.setQueryTimeout(1);
        statement.execute("CREATE TABLE endless (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '1',"
                + " 'number-of-rows' = '1000000')");
        SQLException timeout =
                assertThrows(SQLTimeoutException.class, () -> statement.executeQuery("SELECT COUNT(*) FROM endless"));
        assertTrue(timeout.getMessage().startsWith("the statement took longer than 1000 ms"), timeout.getMessage());
        assertEquals("HYT00", timeout.getSQLState());
    }

    @Test
    void cancelEndsAFiniteStatement() throws Exception {
        statement.execute("CREATE TABLE endless (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '1',"
                + " 'number-of-rows' = '1000000')");
        CompletableFuture<SQLException> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                ended.completeExceptionally(
                        new AssertionError("rows came: " + statement.executeQuery("SELECT COUNT(*) FROM endless")));
            } catch (SQLException e) {
                ended.complete(e);
            }
        });
        reader.start();
        while (!ended.isDone()) {
            statement.cancel();
            Thread.onSpinWait();
        }
        assertEquals("57014", ended.get().getSQLState());
        reader.join();
    }

    private interface Action {
        void run() throws SQLException;
    }

    /** Reads to the end of what is there, waits in {@code next()} on a thread, and ends the wait by the action. */
    private static SQLException endedBy(ResultSet changes, Action action) throws Exception {
        assertTrue(changes.next());
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<SQLException> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            reading.countDown();
            try {
                ended.completeExceptionally(new AssertionError("a row came: " + changes.next()));
            } catch (SQLException e) {
                ended.complete(e);
            }
        });
        reader.start();
        assertTrue(reading.await(PROMPT_MILLIS, TimeUnit.MILLISECONDS));
        while (reader.getState() != Thread.State.TIMED_WAITING && reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        action.run();
        SQLException error = ended.get(PROMPT_MILLIS, TimeUnit.MILLISECONDS);
        reader.join();
        return error;
    }
}
