package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.limit.Limits;
import io.leat.parser.statement.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {

    private static Statement parse(String sql) {
        return StatementParser.parse(sql, Limits.DEFAULT).statement();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INT)",
                "CREATE OR REPLACE TEMPORARY TABLE IF NOT EXISTS s.\"T t\" (a BIGINT NOT NULL COMMENT 'it''s', `b c` ROW<\"x y\" INT>,"
                        + " c TIME(3), p INT METADATA FROM 'partition' VIRTUAL COMMENT 'p', ts TIMESTAMP(3) METADATA,"
                        + " d AS a * 2 COMMENT 'd', PRIMARY KEY (a, `b c`) NOT ENFORCED, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND)"
                        + " COMMENT 'c' WITH ('connector'='kafka', 'it''s'='a''b')",
                "CREATE TABLE t (a STRING PRIMARY KEY NOT ENFORCED, b INT)",
                "CREATE VIEW v AS SELECT 1",
                "CREATE OR REPLACE MATERIALIZED VIEW v (a, \"b\") COMMENT 'c' WITH ('x'='1') AS SELECT a, -- one\n b FROM t EMIT ON WINDOW CLOSE",
                "CREATE TEMPORARY VIEW IF NOT EXISTS v AS VALUES (1)",
                "CREATE JOB IF NOT EXISTS j AS INSERT INTO o (a) SELECT 1 EMIT CHANGES",
                "CREATE JOB j WITH ('errors.policy' = 'skip') AS INSERT INTO o SELECT 1",
                "STOP JOB IF EXISTS j",
                "CREATE OR REPLACE TEMPORARY FUNCTION IF NOT EXISTS f AS 'a.B'",
                "CREATE INDEX IF NOT EXISTS i ON v (a, b)",
                "DROP MATERIALIZED VIEW IF EXISTS a, s.b CASCADE",
                "INSERT INTO t VALUES (1, 'a''b', ?)",
                "UPDATE t SET a = CASE WHEN b THEN 1 END, c = ? WHERE (a = 1 OR b) AND NOT c",
                "DELETE FROM t WHERE a IN (1, 2)",
                "SELECT `a b`, CAST(c AS TIMESTAMP_LTZ(3)) FROM t EMIT FINAL",
                "SUBSCRIBE TO v WITH ('snapshot'='false')",
                "SUBSCRIBE SELECT a FROM t EMIT CHANGES",
                "EXPLAIN (FORMAT DOT) SELECT 1",
                "EXPLAIN ANALYZE v",
                "EXPLAIN VIEW (FORMAT JSON) v",
                "SHOW CREATE MATERIALIZED VIEW v",
                "SHOW MATERIALIZED VIEWS",
                "DESCRIBE t",
                "SET 'a.b' = 'c''d'",
                "SET a.b = 10 s",
                "SET",
                "RESET a.b",
                "FLUSH",
                "CREATE SAVEPOINT before_upgrade",
                "CREATE SAVEPOINT IF NOT EXISTS before_upgrade",
                "DROP SAVEPOINT IF EXISTS before_upgrade",
                "SHOW SAVEPOINTS",
                "EXPORT DATABASE TO '/backups/it''s monday'",
                "BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END",
                "ALTER TABLE t ADVANCE WATERMARK TO TIMESTAMP '2026-01-31 10:00:00.123'",
                "ALTER TABLE t ADVANCE WATERMARK TO END",
                "PRINT t LIMIT 5"
            })
    void whatIsWrittenSaysTheSame(String sql) {
        Statement statement = parse(sql);
        String text = StatementText.of(statement, key -> true);
        assertEquals(statement, parse(text), text);
        assertEquals(text, StatementText.of(parse(text), key -> true));
    }

    @Test
    void aTableIsLaidOutForReading() {
        assertEquals(
                """
                CREATE TABLE bid (
                  auction BIGINT NOT NULL,
                  ts TIMESTAMP(3),
                  PRIMARY KEY (auction) NOT ENFORCED,
                  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
                ) WITH (
                  'connector' = 'kafka',
                  'properties.sasl.password' = '******'
                )""",
                StatementText.of(
                        parse("CREATE TABLE bid (auction BIGINT NOT NULL, ts TIMESTAMP(3),"
                                + "PRIMARY KEY (auction) NOT ENFORCED, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND)"
                                + "WITH ('connector'='kafka', 'properties.sasl.password'='hunter2')"),
                        Set.of("connector")::contains));
    }

    @Test
    void recordsDoNotShowSecretsEither() {
        Statement table = parse("CREATE TABLE t (a INT) WITH ('token'='hunter2')");
        assertFalse(table.toString().contains("hunter2"));
        assertTrue(table.toString().contains("'token' = '******'"));
    }

    @Test
    void equalityIgnoresPlacesButNotWords() {
        assertEquals(parse("SELECT a FROM t"), parse("  SELECT\n a   FROM t"));
        assertFalse(parse("SELECT a FROM t").equals(parse("SELECT b FROM t")));
    }
}
