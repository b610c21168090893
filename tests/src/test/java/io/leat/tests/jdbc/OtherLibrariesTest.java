package io.leat.tests.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that read the metadata, validate, reset and give back connections without knowing Leat. */
class OtherLibrariesTest {
    @TempDir
    Path directory;

    private BasicDataSource pool() throws SQLException {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl("jdbc:leat:" + directory.resolve("db"));
        pool.setMaxTotal(2);
        pool.setTestOnBorrow(true);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (customer STRING, amount DECIMAL(10, 2), day DATE);"
                    + " INSERT INTO orders VALUES ('ada', 9.90, DATE '2026-01-31'), ('bob', 1.00, NULL)");
        }
        return pool;
    }

    @Test
    void aPoolLendsAndTakesBack() throws SQLException {
        try (BasicDataSource pool = pool()) {
            for (int i = 0; i < 5; i++) {
                try (Connection first = pool.getConnection();
                        Connection second = pool.getConnection();
                        Statement writer = first.createStatement();
                        Statement reader = second.createStatement()) {
                    assertTrue(second.isValid(1));
                    assertEquals(1, writer.executeUpdate("INSERT INTO orders VALUES ('eve', 1, NULL)"));
                    ResultSet count = reader.executeQuery("SELECT COUNT(*) FROM orders");
                    assertTrue(count.next());
                    assertEquals(3 + i, count.getInt(1));
                }
            }
            assertEquals(0, pool.getNumActive());
            assertTrue(pool.getNumIdle() > 0);
        }
    }

    @Test
    void aFederatedEngineReadsMetadataAndRows() throws SQLException {
        try (BasicDataSource pool = pool();
                Connection connection = DriverManager.getConnection("jdbc:calcite:")) {
            SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
            root.add("leat", JdbcSchema.create(root, "leat", pool, null, null));
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT \"customer\", \"amount\" * 2, \"day\""
                            + " FROM \"leat\".\"orders\" WHERE \"amount\" > 1.5 ORDER BY \"customer\"")) {
                while (found.next()) {
                    rows.add(found.getString(1) + " " + found.getBigDecimal(2) + " " + found.getDate(3));
                }
                assertFalse(found.next());
            }
            assertEquals(List.of("ada 19.80 2026-01-31"), rows);
        }
    }
}
