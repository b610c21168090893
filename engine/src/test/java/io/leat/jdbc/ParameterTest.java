package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepared statements and their parameters. */
class ParameterTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:leat:");
        run("CREATE TABLE t (k STRING, v INT, price DECIMAL(10, 2), day DATE, at TIMESTAMP(3), moment TIMESTAMP_LTZ(3),"
                + " clock TIME, ok BOOLEAN, raw BYTES, d DOUBLE, b BIGINT)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stores a value by a setter, and reads it back. */
    private String stored(String column, Setter setter) throws SQLException {
        run("DELETE FROM t");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (" + column + ") VALUES (?)")) {
            setter.set(insert);
            assertEquals(1, insert.executeUpdate());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM t")) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    @Test
    void valuesAreNeverText() throws SQLException {
        String[] evil = {
            "'; DROP TABLE t; --",
            "\" OR \"\"=\"",
            "x' OR '1'='1",
            "\\'; SELECT 1",
            "/*",
            "--",
            "?",
            "žluť \u0000 \uD83D\uDE00"
        };
        for (String text : evil) {
            assertEquals(text, stored("k", statement -> statement.setString(1, text)));
            try (PreparedStatement query = connection.prepareStatement("SELECT k FROM t WHERE k = ?")) {
                query.setString(1, text);
                try (ResultSet row = query.executeQuery()) {
                    assertTrue(row.next(), text);
                    assertEquals(text, row.getString(1));
                    assertFalse(row.next());
                }
            }
        }
    }

    @Test
    void settersOfPlainTypes() throws SQLException {
        assertEquals("7", stored("v", statement -> statement.setByte(1, (byte) 7)));
        assertEquals("7", stored("v", statement -> statement.setShort(1, (short) 7)));
        assertEquals("7", stored("v", statement -> statement.setInt(1, 7)));
        assertEquals("7", stored("v", statement -> statement.setLong(1, 7)));
        assertEquals("7000000000", stored("b", statement -> statement.setLong(1, 7_000_000_000L)));
        assertEquals("1.5", stored("d", statement -> statement.setFloat(1, 1.5f)));
        assertEquals("2.25", stored("d", statement -> statement.setDouble(1, 2.25)));
        assertEquals("12.30", stored("price", statement -> statement.setBigDecimal(1, new BigDecimal("12.3"))));
        assertEquals("true", stored("ok", statement -> statement.setBoolean(1, true)));
        assertEquals("0aff", stored("raw", statement -> statement.setBytes(1, new byte[] {10, -1})));
        assertEquals("x", stored("k", statement -> statement.setNString(1, "x")));
        assertNull(stored("v", statement -> statement.setNull(1, Types.INTEGER)));
        assertNull(stored("k", statement -> statement.setString(1, null)));
        assertNull(stored("day", statement -> statement.setDate(1, null)));
    }

    @Test
    void settersOfDatesAndTimes() throws SQLException {
        Calendar tokyo = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
        Timestamp at = Timestamp.valueOf("2026-01-31 10:11:12.123");
        Instant instant = Instant.parse("2026-01-31T10:11:12.123Z");
        String text = "2026-01-31 10:11:12.123";
        assertEquals("2026-01-31", stored("day", statement -> statement.setDate(1, Date.valueOf("2026-01-31"))));
        assertEquals("10:11:12", stored("clock", statement -> statement.setTime(1, Time.valueOf("10:11:12"))));
        assertEquals(text, stored("at", statement -> statement.setTimestamp(1, at)));
        assertEquals(
                "2026-01-31 19:11:12.123",
                stored("at", statement -> statement.setTimestamp(1, Timestamp.from(instant), tokyo)));
        assertEquals(text, stored("moment", statement -> statement.setTimestamp(1, Timestamp.from(instant))));
        assertEquals(
                "2026-02-01",
                stored(
                        "day",
                        statement -> statement.setDate(
                                1,
                                new Date(Instant.parse("2026-01-31T20:00:00Z").toEpochMilli()),
                                tokyo)));
        assertEquals(
                "10:00:00",
                stored(
                        "clock",
                        statement -> statement.setTime(
                                1,
                                new Time(Instant.parse("1970-01-01T01:00:00Z").toEpochMilli()),
                                tokyo)));
    }

    @Test
    void setObjectTakesWhatStandsForAType() throws SQLException {
        Instant instant = Instant.parse("2026-01-31T10:11:12.123Z");
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        String text = "2026-01-31 10:11:12.123";
        assertEquals(text, stored("at", statement -> statement.setObject(1, local)));
        assertEquals(text, stored("at", statement -> statement.setObject(1, Timestamp.valueOf(local))));
        assertEquals(text, stored("moment", statement -> statement.setObject(1, instant)));
        assertEquals(text, stored("moment", statement -> statement.setObject(1, Timestamp.from(instant))));
        assertEquals(
                text,
                stored(
                        "moment",
                        statement -> statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))));
        assertEquals("2026-01-31", stored("day", statement -> statement.setObject(1, LocalDate.of(2026, 1, 31))));
        assertEquals("10:11:12", stored("clock", statement -> statement.setObject(1, LocalTime.of(10, 11, 12))));
        assertEquals("5", stored("b", statement -> statement.setObject(1, BigInteger.valueOf(5))));
        assertEquals("x", stored("k", statement -> statement.setObject(1, 'x')));
        assertNull(stored("k", statement -> statement.setObject(1, null)));
        SQLException unknown =
                assertThrows(SQLException.class, () -> stored("k", statement -> statement.setObject(1, new Thread())));
        assertEquals("07001", unknown.getSQLState());
        assertTrue(unknown.getMessage().startsWith("the value of parameter 1 is of a kind"), unknown.getMessage());
    }

    @Test
    void setObjectConvertsToATypeThatIsNamed() throws SQLException {
        assertEquals("42", stored("v", statement -> statement.setObject(1, "42", Types.INTEGER)));
        assertEquals("12.35", stored("price", statement -> statement.setObject(1, "12.345", Types.DECIMAL, 2)));
        assertEquals("7", stored("k", statement -> statement.setObject(1, 7, Types.VARCHAR)));
        assertEquals("1.50", stored("k", statement -> statement.setObject(1, new BigDecimal("1.50"), Types.VARCHAR)));
        assertEquals("true", stored("ok", statement -> statement.setObject(1, 1, Types.BOOLEAN)));
        assertEquals("2026-01-31", stored("day", statement -> statement.setObject(1, "2026-01-31", JDBCType.DATE)));
        assertEquals(
                "22018",
                assertThrows(
                                SQLException.class,
                                () -> stored("v", statement -> statement.setObject(1, "many", Types.INTEGER)))
                        .getSQLState());
        assertThrows(SQLException.class, () -> stored("v", statement -> statement.setObject(1, "1", Types.ROWID)));
    }

    @Test
    void streams() throws SQLException {
        byte[] ascii = "abcdef".getBytes(StandardCharsets.US_ASCII);
        assertEquals("abc", stored("k", s -> s.setAsciiStream(1, new ByteArrayInputStream(ascii), 3)));
        assertEquals("abcdef", stored("k", s -> s.setAsciiStream(1, new ByteArrayInputStream(ascii))));
        assertEquals("žl", stored("k", s -> s.setCharacterStream(1, new StringReader("žluť"), 2)));
        assertEquals("žluť", stored("k", s -> s.setClob(1, new StringReader("žluť"))));
        assertEquals("6162", stored("raw", s -> s.setBinaryStream(1, new ByteArrayInputStream(ascii), 2L)));
        assertEquals("616263646566", stored("raw", s -> s.setBlob(1, new ByteArrayInputStream(ascii))));
    }

    @Test
    void parametersStayUntilTheyAreCleared() throws SQLException {
        run("INSERT INTO t (k, v) VALUES ('a', 1), ('b', 2)");
        try (PreparedStatement query = connection.prepareStatement("SELECT k FROM t WHERE v = ?")) {
            SQLException unset = assertThrows(SQLException.class, query::executeQuery);
            assertEquals("07001", unset.getSQLState());
            assertEquals(
                    "parameter 1 has no value\nhint: Set every parameter; setNull makes one NULL.", unset.getMessage());
            query.setInt(1, 2);
            assertEquals(List.of("b"), names(query.executeQuery()));
            assertEquals(List.of("b"), names(query.executeQuery()));
            query.setInt(1, 1);
            assertEquals(List.of("a"), names(query.executeQuery()));
            query.clearParameters();
            assertThrows(SQLException.class, query::executeQuery);
            assertEquals(
                    "07009",
                    assertThrows(SQLException.class, () -> query.setInt(2, 1)).getSQLState());
            assertEquals(
                    "HY010",
                    assertThrows(SQLException.class, () -> query.executeQuery("SELECT 1"))
                            .getSQLState());
        }
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    @Test
    void batches() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (k, v) VALUES (?, ?)")) {
            for (int i = 0; i < 5; i++) {
                insert.setString(1, "k" + i);
                insert.setInt(2, i);
                insert.addBatch();
            }
            assertArrayEquals(new int[] {1, 1, 1, 1, 1}, insert.executeBatch());
            insert.setString(1, "x");
            insert.setLong(2, Long.MAX_VALUE);
            insert.addBatch();
            BatchUpdateException failure = assertThrows(BatchUpdateException.class, insert::executeBatch);
            assertEquals(0, failure.getUpdateCounts().length);
            assertEquals("22003", failure.getSQLState());
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE t SET v = v + ? WHERE v >= ?")) {
            update.setInt(1, 10);
            update.setInt(2, 3);
            assertEquals(2, update.executeLargeUpdate());
        }
    }

    @Test
    void metaData() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT k, v FROM t WHERE v > ? AND k = ?")) {
            assertEquals(2, query.getMetaData().getColumnCount());
            ParameterMetaData parameters = query.getParameterMetaData();
            assertEquals(2, parameters.getParameterCount());
            assertEquals(Types.INTEGER, parameters.getParameterType(1));
            assertEquals(Types.VARCHAR, parameters.getParameterType(2));
            assertEquals("java.lang.Integer", parameters.getParameterClassName(1));
            assertEquals(ParameterMetaData.parameterModeIn, parameters.getParameterMode(1));
            assertThrows(SQLException.class, () -> parameters.getParameterType(3));
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (day) VALUES (?)")) {
            assertNull(insert.getMetaData());
            assertEquals(Types.DATE, insert.getParameterMetaData().getParameterType(1));
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE t SET moment = ? WHERE v = ?")) {
            assertEquals(
                    Types.TIMESTAMP_WITH_TIMEZONE, update.getParameterMetaData().getParameterType(1));
            assertEquals(Types.INTEGER, update.getParameterMetaData().getParameterType(2));
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM t WHERE day < ?")) {
            assertEquals(Types.DATE, delete.getParameterMetaData().getParameterType(1));
        }
        SQLException error = assertThrows(SQLException.class, () -> connection.prepareStatement("SELECT nope FROM t"));
        assertEquals("42703", error.getSQLState());
    }

    @Test
    void limitsCanBeParameters() throws SQLException {
        run("INSERT INTO t (k) VALUES ('a'), ('b'), ('c')");
        try (PreparedStatement query = connection.prepareStatement("SELECT k FROM t ORDER BY k LIMIT ? OFFSET ?")) {
            query.setInt(1, 1);
            query.setLong(2, 1);
            assertEquals(List.of("b"), names(query.executeQuery()));
            query.setNull(1, Types.INTEGER);
            assertEquals(List.of("b", "c"), names(query.executeQuery()));
            query.setInt(1, -1);
            assertEquals(
                    "07001",
                    assertThrows(SQLException.class, query::executeQuery).getSQLState());
        }
    }

    @Test
    void arrays() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT CAST(? AS INT ARRAY)")) {
            query.setArray(1, connection.createArrayOf("INT", new Object[] {1, 2, 3}));
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                assertArrayEquals(
                        new Object[] {1, 2, 3}, (Object[]) row.getArray(1).getArray());
            }
        }
    }
}
