package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every getter on the types that it is for, and on those that it is not for. */
class GetterTest {
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:leat:");
        statement = connection.createStatement();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private ResultSet row(String select) throws SQLException {
        ResultSet row = statement.executeQuery("SELECT " + select);
        assertTrue(row.next());
        return row;
    }

    @Test
    void wholeNumbers() throws SQLException {
        ResultSet row = row("CAST(-7 AS TINYINT), CAST(300 AS SMALLINT), 70000, CAST(5000000000 AS BIGINT)");
        assertEquals(-7, row.getByte(1));
        assertEquals(300, row.getShort(2));
        assertEquals(70000, row.getInt(3));
        assertEquals(5_000_000_000L, row.getLong(4));
        assertEquals(-7, row.getLong(1));
        assertEquals(300.0, row.getDouble(2));
        assertEquals(70000f, row.getFloat(3));
        assertEquals(new BigDecimal("5000000000"), row.getBigDecimal(4));
        assertEquals("-7", row.getString(1));
        assertTrue(row.getBoolean(1));
        assertEquals(-7, row.getObject(1));
        assertEquals(300, row.getObject(2));
        assertEquals(70000, row.getObject(3));
        assertEquals(5_000_000_000L, row.getObject(4));
        assertEquals(BigInteger.valueOf(300), row.getObject(2, BigInteger.class));
        assertEquals((byte) -7, row.getObject(1, Byte.class));
        assertEquals(Long.valueOf(300), row.getObject(2, Long.class));
        SQLException tooLarge = assertThrows(SQLDataException.class, () -> row.getInt(4));
        assertEquals("22003", tooLarge.getSQLState());
        assertTrue(tooLarge.getMessage().startsWith("5000000000 in column "), tooLarge.getMessage());
        assertThrows(SQLDataException.class, () -> row.getByte(2));
        assertEquals(
                "07006", assertThrows(SQLException.class, () -> row.getDate(3)).getSQLState());
    }

    @Test
    void fractions() throws SQLException {
        ResultSet row = row("CAST(1.5 AS REAL), CAST(2.25 AS DOUBLE), CAST(12.340 AS DECIMAL(10, 3)),"
                + " CAST(12345678901234567890.5 AS DECIMAL(38, 1))");
        assertEquals(1.5f, row.getFloat(1));
        assertEquals(2.25, row.getDouble(2));
        assertEquals(new BigDecimal("12.340"), row.getBigDecimal(3));
        assertEquals("12.340", row.getString(3));
        assertEquals(12, row.getInt(3));
        assertEquals(12.34, row.getDouble(3), 1e-9);
        assertEquals(new BigDecimal("12345678901234567890.5"), row.getObject(4));
        assertEquals(1.5f, row.getObject(1));
        assertEquals(2.25, row.getObject(2, Double.class));
        assertEquals("2.25", row.getString(2));
        assertThrows(SQLDataException.class, () -> row.getLong(4));
    }

    @Test
    void textsAndWhatTheySay() throws SQLException, IOException {
        ResultSet row = row("'42', ' 1.5 ', 'true', '2026-01-31', '10:11:12', '2026-01-31 10:11:12.123', 'žluť',"
                + " '123e4567-e89b-12d3-a456-426614174000'");
        assertEquals(42, row.getInt(1));
        assertEquals(1.5, row.getDouble(2));
        assertTrue(row.getBoolean(3));
        assertEquals(LocalDate.of(2026, 1, 31), row.getObject(4, LocalDate.class));
        assertEquals(LocalTime.of(10, 11, 12), row.getObject(5, LocalTime.class));
        assertEquals(Timestamp.valueOf("2026-01-31 10:11:12.123"), row.getTimestamp(6));
        assertEquals("žluť", row.getString(7));
        assertEquals("žluť", row.getNString(7));
        assertEquals("žluť", row.getObject(7));
        assertArrayEquals("žluť".getBytes(StandardCharsets.UTF_8), row.getBytes(7));
        assertEquals('ž', row.getCharacterStream(7).read());
        assertEquals('4', row.getAsciiStream(1).read());
        assertEquals(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"), row.getObject(8, UUID.class));
        SQLException noNumber = assertThrows(SQLDataException.class, () -> row.getInt(7));
        assertEquals("22018", noNumber.getSQLState());
        assertTrue(noNumber.getMessage().endsWith("is no number"), noNumber.getMessage());
        assertThrows(SQLDataException.class, () -> row.getBoolean(7));
        assertThrows(SQLDataException.class, () -> row.getDate(7));
    }

    @Test
    void booleansAndBytes() throws SQLException, IOException {
        ResultSet row = row("TRUE, FALSE, X'0aff'");
        assertTrue(row.getBoolean(1));
        assertFalse(row.getBoolean(2));
        assertEquals(1, row.getInt(1));
        assertEquals("true", row.getString(1));
        assertEquals(false, row.getObject(2));
        assertArrayEquals(new byte[] {10, -1}, row.getBytes(3));
        assertArrayEquals(new byte[] {10, -1}, (byte[]) row.getObject(3));
        assertArrayEquals(new byte[] {10, -1}, row.getBinaryStream(3).readAllBytes());
        assertEquals("0aff", row.getString(3));
    }

    @Test
    void datesAndTimes() throws SQLException {
        ResultSet row = row("DATE '2026-01-31', TIME '10:11:12', TIMESTAMP '2026-01-31 10:11:12.123'");
        assertEquals(Date.valueOf("2026-01-31"), row.getDate(1));
        assertEquals(Date.valueOf("2026-01-31"), row.getObject(1));
        assertEquals(LocalDate.of(2026, 1, 31), row.getObject(1, LocalDate.class));
        assertEquals("2026-01-31", row.getString(1));
        assertEquals(Timestamp.valueOf("2026-01-31 00:00:00"), row.getTimestamp(1));
        assertEquals(Time.valueOf("10:11:12"), row.getTime(2));
        assertEquals(LocalTime.of(10, 11, 12), row.getObject(2, LocalTime.class));
        assertEquals("10:11:12", row.getString(2));
        assertEquals(Timestamp.valueOf("2026-01-31 10:11:12.123"), row.getTimestamp(3));
        assertEquals(Timestamp.valueOf("2026-01-31 10:11:12.123"), row.getObject(3));
        assertEquals(LocalDateTime.of(2026, 1, 31, 10, 11, 12, 123_000_000), row.getObject(3, LocalDateTime.class));
        assertEquals(Date.valueOf("2026-01-31"), row.getDate(3));
        assertEquals(LocalTime.of(10, 11, 12, 123_000_000), row.getObject(3, LocalTime.class));
        assertEquals("2026-01-31 10:11:12.123", row.getString(3));
        assertThrows(SQLException.class, () -> row.getObject(3, Instant.class));
        assertThrows(SQLException.class, () -> row.getTime(1));
        assertThrows(SQLException.class, () -> row.getDate(2));
    }

    @Test
    void calendarsSayWhichZoneTheFieldsAreIn() throws SQLException {
        Calendar tokyo = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
        ResultSet row = row("TIMESTAMP '2026-01-31 10:11:12.123', DATE '2026-01-31', TIME '10:11:12',"
                + " CAST(TIMESTAMP '2026-01-31 20:00:00' AS TIMESTAMP_LTZ(3))");
        assertEquals(
                Instant.parse("2026-01-31T01:11:12.123Z"),
                row.getTimestamp(1, tokyo).toInstant());
        assertEquals(
                Instant.parse("2026-01-30T15:00:00Z").toEpochMilli(),
                row.getDate(2, tokyo).getTime());
        assertEquals(
                Instant.parse("1970-01-01T01:11:12Z").toEpochMilli(),
                row.getTime(3, tokyo).getTime());
        Instant instant = Instant.parse("2026-01-31T20:00:00Z");
        assertEquals(instant, row.getTimestamp(4).toInstant());
        assertEquals(instant, row.getTimestamp(4, tokyo).toInstant());
        assertEquals(instant, row.getObject(4, Instant.class));
        assertEquals(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC), row.getObject(4));
        assertEquals(LocalDateTime.of(2026, 1, 31, 20, 0), row.getObject(4, LocalDateTime.class));
        assertEquals(
                Instant.parse("2026-01-31T15:00:00Z").toEpochMilli(),
                row.getDate(4, tokyo).getTime());
        assertEquals("2026-01-31 20:00:00.000", row.getString(4));
    }

    @Test
    void textIsWhatCastToStringGives() throws SQLException {
        String[] values = {
            "TRUE",
            "CAST(-5 AS TINYINT)",
            "CAST(1.5 AS REAL)",
            "CAST(1e20 AS DOUBLE)",
            "CAST(0.10 AS DECIMAL(5, 2))",
            "DATE '0099-02-03'",
            "TIME '01:02:03'",
            "TIMESTAMP '2026-01-31 10:11:12.1'",
            "INTERVAL '14' MONTH",
            "INTERVAL '1 02:03:04.005' DAY TO SECOND(3)"
        };
        for (String value : values) {
            ResultSet row = row("x, CAST(x AS STRING) FROM (SELECT " + value + " AS x)");
            assertEquals(row.getString(2), row.getString(1), value);
        }
        ResultSet nested = row("ARRAY[1, 2], ROW(1, 'x'), MAP['k', 2.5]");
        assertEquals("[1, 2]", nested.getString(1));
        assertEquals("(1, x)", nested.getString(2));
        assertEquals("{k=2.5}", nested.getString(3));
    }

    @Test
    void intervalsAndNestedValues() throws SQLException {
        ResultSet row = row("INTERVAL '14' MONTH, INTERVAL '90' SECOND, ARRAY[DATE '2026-01-31', DATE '2026-02-01'],"
                + " ROW(1, 'x')");
        assertEquals(Period.of(1, 2, 0), row.getObject(1, Period.class));
        assertEquals(Duration.ofSeconds(90), row.getObject(2));
        Array array = row.getArray(3);
        assertEquals(Types.DATE, array.getBaseType());
        assertEquals("DATE", array.getBaseTypeName());
        assertArrayEquals(
                new Object[] {Date.valueOf("2026-01-31"), Date.valueOf("2026-02-01")}, (Object[]) array.getArray());
        try (ResultSet elements = array.getResultSet(2, 1)) {
            assertTrue(elements.next());
            assertEquals(2, elements.getInt(1));
            assertEquals(LocalDate.of(2026, 2, 1), elements.getObject("value", LocalDate.class));
            assertFalse(elements.next());
        }
        assertThrows(SQLDataException.class, () -> array.getArray(2, 2));
        Struct struct = assertInstanceOf(Struct.class, row.getObject(4));
        assertArrayEquals(new Object[] {1, "x"}, struct.getAttributes());
        assertEquals("(1, x)", row.getString(4));
        assertThrows(SQLException.class, () -> row.getArray(4));
    }

    @Test
    void nullIsNullOrZero() throws SQLException {
        ResultSet row = row("CAST(NULL AS INT) AS n, CAST(NULL AS STRING) AS s, 1 AS one");
        assertEquals(0, row.getInt("n"));
        assertTrue(row.wasNull());
        assertEquals(1, row.getInt("one"));
        assertFalse(row.wasNull());
        assertNull(row.getString("n"));
        assertNull(row.getObject("n"));
        assertNull(row.getBigDecimal("n"));
        assertNull(row.getDate("s"));
        assertNull(row.getTime("s"));
        assertNull(row.getTimestamp("s"));
        assertNull(row.getBytes("s"));
        assertNull(row.getArray("s"));
        assertNull(row.getCharacterStream("s"));
        assertNull(row.getObject("s", LocalDate.class));
        assertFalse(row.getBoolean("n"));
        assertEquals(0.0, row.getDouble("n"));
        assertTrue(row.wasNull());
    }

    @Test
    void columnsAndRowsThatAreNotThere() throws SQLException {
        ResultSet row = row("1 AS one");
        SQLException none = assertThrows(SQLException.class, () -> row.getInt(2));
        assertEquals("07009", none.getSQLState());
        assertEquals("there is no column 2\nhint: Columns count from 1 to 1.", none.getMessage());
        assertEquals(
                "42703",
                assertThrows(SQLException.class, () -> row.getInt("two")).getSQLState());
        assertFalse(row.next());
        assertEquals(
                "24000", assertThrows(SQLException.class, () -> row.getInt(1)).getSQLState());
    }

    @Test
    void metaDataOfResults() throws SQLException {
        statement.execute("CREATE TABLE t (k VARCHAR(20) NOT NULL, price DECIMAL(10, 2), at TIMESTAMP(3), s STRING)");
        ResultSetMetaData columns =
                statement.executeQuery("SELECT k AS label, price, at, s FROM t").getMetaData();
        assertEquals(4, columns.getColumnCount());
        assertEquals("label", columns.getColumnLabel(1));
        assertEquals(Types.VARCHAR, columns.getColumnType(1));
        assertEquals("VARCHAR", columns.getColumnTypeName(1));
        assertEquals(20, columns.getPrecision(1));
        assertEquals(20, columns.getColumnDisplaySize(1));
        assertEquals(ResultSetMetaData.columnNoNulls, columns.isNullable(1));
        assertEquals(ResultSetMetaData.columnNullable, columns.isNullable(2));
        assertEquals(10, columns.getPrecision(2));
        assertEquals(2, columns.getScale(2));
        assertTrue(columns.isSigned(2));
        assertEquals("java.math.BigDecimal", columns.getColumnClassName(2));
        assertEquals(Types.TIMESTAMP, columns.getColumnType(3));
        assertEquals("java.sql.Timestamp", columns.getColumnClassName(3));
        assertEquals(23, columns.getColumnDisplaySize(3));
        assertEquals("STRING", columns.getColumnTypeName(4));
        assertTrue(columns.isReadOnly(4));
        assertEquals(
                "07009",
                assertThrows(SQLException.class, () -> columns.getScale(5)).getSQLState());
    }
}
