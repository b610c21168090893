package io.leat.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tools read of a database. */
class MetaDataTest {
    private Connection connection;
    private DatabaseMetaData meta;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:leat:");
        meta = connection.getMetaData();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE Orders (region STRING, id INT NOT NULL, price DECIMAL(10, 2),"
                            + " at TIMESTAMP(3), PRIMARY KEY (region, id) NOT ENFORCED);"
                            + " CREATE TABLE order_items (id INT, tags ARRAY<STRING>);"
                            + " CREATE TABLE orderXitems (n BIGINT) WITH ('connector' = 'datagen');"
                            + " CREATE VIEW cheap AS SELECT id FROM orders WHERE price < 1;"
                            + " CREATE MATERIALIZED VIEW sums AS SELECT region, SUM(price) AS total FROM orders GROUP BY region");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static List<String> names(ResultSet rows, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                names.add(rows.getString(column));
            }
        }
        return names;
    }

    private List<String> tables(String pattern, String... types) throws SQLException {
        return names(meta.getTables(null, null, pattern, types.length == 0 ? null : types), "TABLE_NAME");
    }

    @Test
    void tablesAreListedByTypeAndName() throws SQLException {
        assertEquals(
                List.of(
                        "sums",
                        "jobs",
                        "progress",
                        "sources",
                        "tables",
                        "views",
                        "Orders",
                        "orderXitems",
                        "order_items",
                        "cheap"),
                tables("%"));
        assertEquals(List.of("Orders", "orderXitems", "order_items"), tables("%", "TABLE"));
        assertEquals(List.of("sums", "cheap"), tables("%", "VIEW", "MATERIALIZED VIEW"));
        assertEquals(
                List.of("MATERIALIZED VIEW", "SYSTEM TABLE", "TABLE", "VIEW"),
                names(meta.getTableTypes(), "TABLE_TYPE"));
        try (ResultSet rows = meta.getTables(null, null, "orderXitems", null)) {
            assertTrue(rows.next());
            assertNull(rows.getString("TABLE_SCHEM"));
            assertEquals("TABLE", rows.getString("TABLE_TYPE"));
            assertEquals("connector datagen", rows.getString("REMARKS"));
        }
        try (ResultSet rows = meta.getTables(null, "leat", "views", null)) {
            assertTrue(rows.next());
            assertEquals("leat", rows.getString("TABLE_SCHEM"));
            assertEquals("SYSTEM TABLE", rows.getString("TABLE_TYPE"));
        }
    }

    @Test
    void patternsHaveWildcardsAndEscapes() throws SQLException {
        String escape = meta.getSearchStringEscape();
        assertEquals(List.of("orderXitems", "order_items"), tables("order_items", "TABLE"));
        assertEquals(List.of("order_items"), tables("order" + escape + "_items"));
        assertEquals(List.of("Orders", "orderXitems", "order_items"), tables("ORDER%"));
        assertEquals(List.of(), tables("order"));
        assertEquals(List.of(), names(meta.getTables("c", null, "%", null), "TABLE_NAME"));
        assertEquals(List.of(), names(meta.getTables(null, "other", "%", null), "TABLE_NAME"));
        assertEquals(List.of("id"), names(meta.getColumns(null, null, "Orders", "i_"), "COLUMN_NAME"));
    }

    @Test
    void columnsHaveTypesAndNullability() throws SQLException {
        assertEquals(
                List.of("region", "id", "price", "at"),
                names(meta.getColumns(null, null, "orders", null), "COLUMN_NAME"));
        try (ResultSet column = meta.getColumns(null, "%", "Orders", "price")) {
            assertTrue(column.next());
            assertEquals("Orders", column.getString("TABLE_NAME"));
            assertEquals(Types.DECIMAL, column.getInt("DATA_TYPE"));
            assertEquals("DECIMAL", column.getString("TYPE_NAME"));
            assertEquals(10, column.getInt("COLUMN_SIZE"));
            assertEquals(2, column.getInt("DECIMAL_DIGITS"));
            assertEquals(3, column.getInt("ORDINAL_POSITION"));
            assertEquals("YES", column.getString("IS_NULLABLE"));
            assertEquals(DatabaseMetaData.columnNullable, column.getInt("NULLABLE"));
            assertFalse(column.next());
        }
        try (ResultSet column = meta.getColumns(null, null, "Orders", "id")) {
            assertTrue(column.next());
            assertEquals("NO", column.getString("IS_NULLABLE"));
        }
        try (ResultSet column = meta.getColumns(null, null, "order\\_items", "tags")) {
            assertTrue(column.next());
            assertEquals(Types.ARRAY, column.getInt("DATA_TYPE"));
            assertEquals("ARRAY<STRING>", column.getString("TYPE_NAME"));
        }
        assertEquals(List.of("id"), names(meta.getColumns(null, null, "cheap", null), "COLUMN_NAME"));
        assertTrue(names(meta.getColumns(null, "leat", "views", null), "COLUMN_NAME")
                .contains("status"));
    }

    @Test
    void primaryKeysInOrderOfTheirColumnsNames() throws SQLException {
        try (ResultSet key = meta.getPrimaryKeys(null, null, "Orders")) {
            assertTrue(key.next());
            assertEquals("id", key.getString("COLUMN_NAME"));
            assertEquals(2, key.getInt("KEY_SEQ"));
            assertTrue(key.next());
            assertEquals("region", key.getString("COLUMN_NAME"));
            assertEquals(1, key.getInt("KEY_SEQ"));
            assertFalse(key.next());
        }
        assertFalse(meta.getPrimaryKeys(null, null, "sums").next());
        assertEquals(
                List.of("region", "id"),
                names(
                        meta.getBestRowIdentifier(null, null, "orders", DatabaseMetaData.bestRowSession, true),
                        "COLUMN_NAME"));
    }

    @Test
    void typesAreListedByTheirNumber() throws SQLException {
        List<String> types = names(meta.getTypeInfo(), "TYPE_NAME");
        assertTrue(types.containsAll(List.of("BOOLEAN", "INT", "DECIMAL", "STRING", "TIMESTAMP", "TIMESTAMP_LTZ")));
        int last = Integer.MIN_VALUE;
        try (ResultSet rows = meta.getTypeInfo()) {
            while (rows.next()) {
                assertTrue(rows.getInt("DATA_TYPE") >= last);
                last = rows.getInt("DATA_TYPE");
            }
        }
    }

    @Test
    void functionsAreListed() throws SQLException {
        assertEquals(List.of("UPPER"), names(meta.getFunctions(null, null, "UPPER"), "FUNCTION_NAME"));
        assertTrue(List.of(meta.getNumericFunctions().split(",")).contains("ABS"));
        assertTrue(List.of(meta.getStringFunctions().split(",")).contains("CONCAT"));
        assertNotNull(meta.getTimeDateFunctions());
        assertNotNull(meta.getSystemFunctions());
    }

    @Test
    void namesAndFlags() throws SQLException {
        assertEquals("Leat", meta.getDatabaseProductName());
        assertEquals("0.1", meta.getDriverVersion());
        assertEquals("jdbc:leat:", meta.getURL());
        assertEquals("\"", meta.getIdentifierQuoteString());
        assertSame(connection, meta.getConnection());
        assertTrue(meta.supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY));
        assertFalse(meta.supportsResultSetType(ResultSet.TYPE_SCROLL_SENSITIVE));
        assertTrue(meta.supportsBatchUpdates());
        assertFalse(meta.supportsGetGeneratedKeys());
        assertEquals(Connection.TRANSACTION_NONE, meta.getDefaultTransactionIsolation());
        assertTrue(meta.storesMixedCaseIdentifiers());
        assertFalse(meta.getSchemas().next());
        assertFalse(meta.getCatalogs().next());
    }

    @Test
    void theLanguageIsWhatTheFlagsSay() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO order_items (id) VALUES (2), (NULL), (1)");
            ResultSet rows = statement.executeQuery("SELECT id FROM order_items ORDER BY id");
            assertTrue(rows.next());
            rows.getInt(1);
            assertEquals(meta.nullsAreSortedLow(), rows.wasNull());
            assertEquals(meta.nullsAreSortedHigh(), !rows.wasNull());
            ResultSet descending = statement.executeQuery("SELECT id FROM order_items ORDER BY id DESC");
            assertTrue(descending.next());
            assertEquals(2, descending.getInt(1));
            statement.execute("SELECT o.id FROM order_items AS o ORDER BY o.id + 1");
            statement.execute("SELECT id FROM orders UNION SELECT id FROM order_items");
            statement.execute("SELECT o.id FROM orders o FULL JOIN order_items i ON o.id = i.id");
            statement.execute("SELECT region FROM orders WHERE region LIKE 'a!%' ESCAPE '!'");
            statement.execute("SELECT id FROM \"Orders\" ORDER BY price");
        }
        assertTrue(meta.supportsOrderByUnrelated());
        assertTrue(meta.supportsUnion());
        assertTrue(meta.supportsFullOuterJoins());
        assertTrue(meta.supportsLikeEscapeClause());
    }

    /** Tools call anything: every method without arguments answers, and every list has the columns JDBC prescribes. */
    @Test
    void everyQuestionIsAnswered() throws Exception {
        int asked = 0;
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getParameterCount() == 0 && method.getDeclaringClass() == DatabaseMetaData.class) {
                assertNotNull(method.invoke(meta), method.getName());
                asked++;
            }
        }
        assertTrue(asked > 120, "asked " + asked);
        assertEquals(24, meta.getColumns(null, null, "%", "%").getMetaData().getColumnCount());
        assertEquals(10, meta.getTables(null, null, "%", null).getMetaData().getColumnCount());
        assertEquals(18, meta.getTypeInfo().getMetaData().getColumnCount());
        assertFalse(meta.getIndexInfo(null, null, "orders", false, true).next());
        assertFalse(meta.getImportedKeys(null, null, "orders").next());
        assertFalse(meta.getExportedKeys(null, null, "orders").next());
        assertFalse(meta.getCrossReference(null, null, "a", null, null, "b").next());
        assertFalse(meta.getProcedures(null, null, null).next());
        assertFalse(meta.getProcedureColumns(null, null, null, null).next());
        assertFalse(meta.getUDTs(null, null, null, null).next());
        assertFalse(meta.getTablePrivileges(null, null, null).next());
        assertFalse(meta.getColumnPrivileges(null, null, null, null).next());
        assertFalse(meta.getVersionColumns(null, null, null).next());
        assertFalse(meta.getPseudoColumns(null, null, null, null).next());
        assertFalse(meta.getFunctionColumns(null, null, null, null).next());
        assertFalse(meta.getSuperTables(null, null, null).next());
        assertFalse(meta.getSuperTypes(null, null, null).next());
        assertFalse(meta.getAttributes(null, null, null, null).next());
    }
}
