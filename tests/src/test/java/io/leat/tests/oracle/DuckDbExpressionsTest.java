package io.leat.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scalar expressions over columns with NULLs and edges: where the dialects agree, the values are DuckDB's. */
class DuckDbExpressionsTest {
    private static final int GROUP = 25;
    private static final int ENOUGH = 250;

    private static final String ROWS =
            "(1, 7, 2, 1.5, -2.25, 'Hello', 'l', TRUE, FALSE, TIMESTAMP '2026-01-31 10:20:30.5', DATE '2026-01-31'), "
                    + "(2, -7, 2, 0.0, 100.5, '', 'abc', FALSE, FALSE, TIMESTAMP '1999-12-31 23:59:59.999', DATE '2024-02-29'), "
                    + "(3, 0, -3, -0.5, 3.0, 'x y z', ' ', NULL, TRUE, TIMESTAMP '2024-02-29 00:00:00', DATE '1969-12-31'), "
                    + "(4, NULL, 5, NULL, 1.0, NULL, 'q', TRUE, NULL, NULL, NULL), "
                    + "(5, 10000, 999, 123456.789, 0.001, '  Trim me  ', 'me', NULL, NULL, TIMESTAMP '1969-07-20 20:17:40', DATE '1970-01-01'), "
                    + "(6, 5, NULL, 2.0, NULL, 'Grüße', NULL, FALSE, TRUE, TIMESTAMP '2000-01-01 00:00:00', DATE '2000-03-01')";

    @TempDir
    static Path temporary;

    private static List<String> expressions() {
        List<String> all = new ArrayList<>();
        for (String operator : List.of("+", "-", "*")) {
            pairs(all, operator, List.of("i", "j", "3", "d", "e"));
        }
        for (String operator : List.of("=", "<>", "<", "<=", ">", ">=")) {
            pairs(all, operator, List.of("i", "j", "d", "2"));
            pairs(all, operator, List.of("s", "u", "'Hello'"));
            pairs(all, operator, List.of("ts", "TIMESTAMP '2000-01-01 00:00:00'"));
            pairs(all, operator, List.of("dd", "DATE '2000-03-01'"));
        }
        for (String operator : List.of("AND", "OR", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "=")) {
            pairs(all, operator, List.of("b", "c", "TRUE", "CAST(NULL AS BOOLEAN)"));
        }
        for (String value : List.of("i", "d", "s", "b", "ts")) {
            all.addAll(List.of(value + " IS NULL", value + " IS NOT NULL", "NULLIF(" + value + ", " + value + ")"));
        }
        for (String test : List.of("IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE")) {
            all.addAll(List.of("b " + test, "(b AND c) " + test, "(i > j) " + test));
        }
        all.addAll(numbers());
        all.addAll(texts());
        all.addAll(times());
        all.addAll(conditions());
        return all;
    }

    private static void pairs(List<String> all, String operator, List<String> operands) {
        for (String left : operands) {
            for (String right : operands) {
                all.add(left + " " + operator + " " + right);
            }
        }
    }

    private static List<String> numbers() {
        return List.of(
                "-i",
                "-d",
                "ABS(i)",
                "ABS(d)",
                "SIGN(d)",
                "FLOOR(d)",
                "CEIL(d)",
                "FLOOR(e)",
                "CEIL(e)",
                "EXP(e / 100)",
                "SQRT(ABS(d))",
                "LN(ABS(e) + 1)",
                "LOG10(ABS(e) + 1)",
                "POWER(d, 2)",
                "SIN(d)",
                "COS(d)",
                "TAN(e)",
                "ATAN(d)",
                "ATAN2(d, e)",
                "MOD(i, 5)",
                "MOD(i, 3)",
                "d / 4",
                "e / (ABS(d) + 1)",
                "i * d",
                "CAST(i AS BIGINT) * 1000000",
                "CAST(i AS DOUBLE) / 3",
                "CAST(i AS VARCHAR)",
                "CAST(j AS BIGINT)",
                "CAST('12' AS INT) + i",
                "CAST('1.5' AS DOUBLE) + d",
                "CAST(i AS DECIMAL(12, 2))",
                "DEGREES(d)",
                "RADIANS(e)",
                "PI()",
                "CAST(i AS DECIMAL(12, 2)) + CAST(1.25 AS DECIMAL(5, 2))",
                "CAST(i AS DECIMAL(12, 2)) * CAST(1.5 AS DECIMAL(5, 1))",
                "GREATEST(id, 3)",
                "LEAST(id, 3)");
    }

    private static List<String> texts() {
        return List.of(
                "UPPER(u)",
                "LOWER(s)",
                "CHAR_LENGTH(s)",
                "s || u",
                "s || '-' || u",
                "SUBSTRING(s, 2)",
                "SUBSTRING(s, 2, 3)",
                "SUBSTRING(s, 1, 1)",
                "SUBSTRING(s, 20, 2)",
                "TRIM(s)",
                "LTRIM(s)",
                "RTRIM(s)",
                "TRIM(BOTH 'H' FROM s)",
                "REPLACE(s, 'l', 'LL')",
                "REPLACE(s, 'zz', '')",
                "POSITION('l' IN s)",
                "POSITION(u IN s)",
                "REVERSE(s)",
                "REPEAT(u, 3)",
                "LPAD(s, 8, '*')",
                "RPAD(s, 8, '*')",
                "LEFT(s, 3)",
                "RIGHT(s, 3)",
                "s LIKE 'H%'",
                "s LIKE '%l%'",
                "s LIKE '_ello'",
                "s LIKE '%'",
                "s NOT LIKE '% %'",
                "s LIKE '%ü%'",
                "s LIKE u",
                "s IN ('Hello', 'x y z')",
                "s NOT IN ('Hello', 'q')",
                "ASCII('A' || s)",
                "s BETWEEN 'A' AND 'M'",
                "CONCAT_WS('-', 'a', s)",
                "MD5(s)",
                "REGEXP_REPLACE(u, 'b', 'X')");
    }

    private static List<String> times() {
        return List.of(
                "EXTRACT(YEAR FROM ts)",
                "EXTRACT(MONTH FROM ts)",
                "EXTRACT(DAY FROM ts)",
                "EXTRACT(HOUR FROM ts)",
                "EXTRACT(MINUTE FROM ts)",
                "EXTRACT(QUARTER FROM ts)",
                "EXTRACT(DOY FROM ts)",
                "EXTRACT(WEEK FROM dd)",
                "EXTRACT(YEAR FROM dd)",
                "EXTRACT(MONTH FROM dd)",
                "EXTRACT(DAY FROM dd)",
                "EXTRACT(ISODOW FROM dd)",
                "ts + INTERVAL '1' DAY",
                "ts - INTERVAL '90' MINUTE",
                "ts + INTERVAL '1' MONTH",
                "ts - INTERVAL '2' YEAR",
                "ts + INTERVAL '5' SECOND",
                "CAST(ts AS DATE)",
                "CAST(dd AS TIMESTAMP)",
                "ts BETWEEN TIMESTAMP '1990-01-01 00:00:00' AND TIMESTAMP '2025-01-01 00:00:00'",
                "CAST('2026-01-31' AS DATE) > dd",
                "YEAR(ts) + MONTH(ts)",
                "CAST(dd AS VARCHAR)");
    }

    private static List<String> conditions() {
        return List.of(
                "CASE WHEN i > 0 THEN 'pos' WHEN i < 0 THEN 'neg' ELSE 'zero or null' END",
                "CASE WHEN b THEN i ELSE j END",
                "CASE i WHEN 7 THEN 1 WHEN 0 THEN 2 END",
                "CASE WHEN i IS NULL THEN d ELSE e END",
                "COALESCE(i, j)",
                "COALESCE(d, e, 0)",
                "COALESCE(s, u, '?')",
                "NULLIF(i, 7)",
                "NULLIF(s, '')",
                "i BETWEEN 0 AND 10",
                "i NOT BETWEEN j AND 10",
                "i IN (7, 0)",
                "i NOT IN (7, 0)",
                "i IN (7, NULL)",
                "i NOT IN (7, NULL)",
                "NOT b",
                "NOT (i > j)",
                "NOT (b OR c)",
                "i IS DISTINCT FROM j",
                "s IS NOT DISTINCT FROM u",
                "(i > 0 AND j > 0) OR b",
                "i > 0 AND (j > 0 OR b)",
                "CASE WHEN s LIKE 'H%' AND i > 5 THEN UPPER(s) ELSE LOWER(COALESCE(s, 'none')) END");
    }

    @Test
    void valuesAreThoseOfDuckDb() {
        List<String> all = expressions();
        assertTrue(all.size() >= ENOUGH, () -> "only " + all.size());
        try (DuckDb duck = new DuckDb(temporary);
                Leat leat = Leat.open()) {
            duck.execute("CREATE TABLE t (id INT, i INT, j INT, d DOUBLE, e DOUBLE, s VARCHAR, u VARCHAR, "
                    + "b BOOLEAN, c BOOLEAN, ts TIMESTAMP, dd DATE)");
            leat.execute("CREATE TABLE t (id INT, i INT, j INT, d DOUBLE, e DOUBLE, s STRING, u STRING, "
                    + "b BOOLEAN, c BOOLEAN, ts TIMESTAMP(3), dd DATE)");
            duck.execute("INSERT INTO t VALUES " + ROWS);
            leat.execute("INSERT INTO t VALUES " + ROWS);
            List<String> differences = new ArrayList<>();
            for (int from = 0; from < all.size(); from += GROUP) {
                compare(duck, leat, all.subList(from, Math.min(all.size(), from + GROUP)), differences);
            }
            assertEquals("", String.join("\n", differences));
        }
    }

    private static void compare(DuckDb duck, Leat leat, List<String> expressions, List<String> differences) {
        String sql = "SELECT " + String.join(", ", expressions) + " FROM t ORDER BY id";
        List<List<Object>> expected = duck.rows(sql);
        List<List<Object>> actual =
                leat.query(sql).rows().stream().map(Row::values).toList();
        for (int row = 0; row < expected.size(); row++) {
            for (int i = 0; i < expressions.size(); i++) {
                String theirs = SameValue.of(expected.get(row).get(i));
                String ours = SameValue.of(actual.get(row).get(i));
                if (!theirs.equals(ours)) {
                    differences.add(expressions.get(i) + " in row " + (row + 1) + ": " + ours + ", DuckDB " + theirs);
                }
            }
        }
    }
}
