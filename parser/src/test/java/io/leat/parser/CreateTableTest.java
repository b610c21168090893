package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.parser.statement.ComputedColumn;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.MetadataColumn;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.PhysicalColumn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateTableTest {

    private static CreateTable parse(String sql) {
        return assertInstanceOf(
                CreateTable.class, StatementParser.parse(sql, Limits.DEFAULT).statement());
    }

    private static DataType type(String type) {
        PhysicalColumn column = (PhysicalColumn)
                parse("CREATE TABLE t (a " + type + ")").columns().get(0);
        return column.type();
    }

    private static LeatException refused(String sql) {
        return assertThrows(LeatException.class, () -> parse(sql));
    }

    @Test
    void readsEveryPart() {
        CreateTable table = parse("""
                CREATE TABLE IF NOT EXISTS bid (
                  auction BIGINT NOT NULL COMMENT 'which',
                  price DECIMAL(10,2), `from city` STRING,
                  ts TIMESTAMP(3),
                  part INT METADATA FROM 'partition' VIRTUAL,
                  headers MAP<STRING, BYTES> METADATA,
                  doubled AS price * 2,
                  CONSTRAINT pk PRIMARY KEY (auction, price) NOT ENFORCED,
                  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
                ) COMMENT 'it''s' WITH ('connector'='kafka', 'topic' = 'bid')""");
        assertTrue(table.ifNotExists());
        PhysicalColumn auction =
                assertInstanceOf(PhysicalColumn.class, table.columns().get(0));
        assertTrue(auction.notNull());
        assertEquals(Optional.of("which"), auction.comment());
        PhysicalColumn city =
                assertInstanceOf(PhysicalColumn.class, table.columns().get(2));
        assertEquals("from city", city.name().name());
        assertTrue(city.name().quoted());
        MetadataColumn part =
                assertInstanceOf(MetadataColumn.class, table.columns().get(4));
        assertTrue(part.virtual());
        assertEquals("partition", part.metadataKey());
        MetadataColumn headers =
                assertInstanceOf(MetadataColumn.class, table.columns().get(5));
        assertEquals("headers", headers.metadataKey());
        assertEquals("MAP<STRING, BYTES>", headers.type().toString());
        ComputedColumn doubled =
                assertInstanceOf(ComputedColumn.class, table.columns().get(6));
        assertEquals("price * 2", doubled.expression().source().text());
        assertEquals(
                List.of("auction", "price"),
                table.primaryKey().stream().map(ObjectName::name).toList());
        assertEquals(
                "ts - INTERVAL '5' SECOND",
                table.watermark().orElseThrow().expression().source().text());
        assertEquals(Optional.of("it's"), table.comment());
        assertEquals("{connector=kafka, topic=bid}", table.options().toMap().toString());
        assertEquals(
                new Span(10, 46, 10, 52),
                table.options().find("topic").orElseThrow().keySpan());
    }

    @Test
    void aKeyMayStandAtItsColumn() {
        CreateTable table = parse("CREATE TABLE rates (cur STRING PRIMARY KEY NOT ENFORCED, rate DECIMAL(18,6))");
        assertEquals("cur", table.primaryKey().get(0).name());
        assertEquals(1, table.primaryKey().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOOLEAN | BOOLEAN",
                "INTEGER | INT",
                "FLOAT | REAL",
                "DOUBLE PRECISION | DOUBLE",
                "DECIMAL | DECIMAL(10, 0)",
                "NUMERIC(38, 4) | DECIMAL(38, 4)",
                "CHAR | CHAR(1)",
                "VARCHAR(20) NOT NULL | VARCHAR(20) NOT NULL",
                "VARCHAR | STRING",
                "CHARACTER VARYING(3) | VARCHAR(3)",
                "BYTES | BYTES",
                "VARBINARY(4) | VARBINARY(4)",
                "DATE | DATE",
                "TIMESTAMP | TIMESTAMP(3)",
                "TIMESTAMP(0) WITHOUT TIME ZONE | TIMESTAMP(0)",
                "TIMESTAMP(3) WITH LOCAL TIME ZONE | TIMESTAMP_LTZ(3)",
                "TIMESTAMP_LTZ | TIMESTAMP_LTZ(3)",
                "INTERVAL YEAR(2) TO MONTH | INTERVAL YEAR TO MONTH",
                "INTERVAL DAY TO SECOND(3) | INTERVAL DAY TO SECOND",
                "ARRAY<ARRAY<INT NOT NULL>> | ARRAY<ARRAY<INT NOT NULL>>",
                "MAP<STRING, ROW<a INT, b ARRAY<DOUBLE>>> | MAP<STRING, ROW<a INT, b ARRAY<DOUBLE>>>",
                "ROW(a INT 'first', b STRING) NOT NULL | ROW<a INT, b STRING> NOT NULL"
            })
    void readsTypes(String written, String meant) {
        assertEquals(meant, type(written).toString());
    }

    @Test
    void timeKeepsItsPrecision() {
        assertEquals(TypeKind.TIME, type("TIME(3)").kind());
        assertEquals(3, type("TIME(3)").precision());
        assertEquals(0, type("TIME").precision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTT | 42704 | unknown type \"INTT\"",
                "TEXT | 42704 | unknown type \"TEXT\"",
                "\"INT\" | 42704 | unknown type \"\"INT\"\"",
                "TIMESTAMP(6) | 0A000 | TIMESTAMP(6) is not supported",
                "TIMESTAMP(3) WITH TIME ZONE | 0A000 | TIMESTAMP WITH TIME ZONE is not supported",
                "DECIMAL(39) | 42P16 | DECIMAL(39, 0) is not possible",
                "CHAR(0) | 42P16 | CHAR needs a length of at least 1",
                "INT(3) | 42601 | INT takes no size",
                "VARCHAR(99999999999) | 42601 | 99999999999 is not a size",
                "MULTISET<INT> | 0A000 | MULTISET is not supported"
            })
    void refusesTypes(String written, String state, String message) {
        LeatException error = assertThrows(LeatException.class, () -> type(written));
        assertEquals(state + " " + message, error.sqlState() + " " + error.getMessage());
        assertTrue(error.span().isPresent());
    }

    @Test
    void refusesWhatIsSaidTwice() {
        LeatException column = refused("CREATE TABLE t (a INT, b INT, A INT)");
        assertEquals(ErrorCode.DUPLICATE_COLUMN, column.code());
        assertEquals(Optional.of(new Span(1, 31, 1, 31)), column.span());
        assertEquals(
                "PRIMARY KEY is given twice",
                refused("CREATE TABLE t (a INT PRIMARY KEY, PRIMARY KEY (a))").getMessage());
        assertEquals(
                "WATERMARK is given twice",
                refused("CREATE TABLE t (a INT, WATERMARK FOR a AS a, WATERMARK FOR a AS a)")
                        .getMessage());
        assertEquals(
                "option 'x' is given twice",
                refused("CREATE TABLE t (a INT) WITH ('x'='1', 'x'='2')").getMessage());
    }

    @Test
    void refusesByNameWhatItDoesNotHave() {
        assertEquals(
                "LIKE in CREATE TABLE is not supported",
                refused("CREATE TABLE t LIKE s (INCLUDING ALL)").getMessage());
        assertEquals(
                "CREATE TABLE AS is not supported",
                refused("CREATE TABLE t WITH ('a'='b') AS SELECT 1").getMessage());
        assertEquals(
                "CREATE TABLE without columns is not supported",
                refused("CREATE TABLE t WITH ('a'='b')").getMessage());
        assertEquals(
                "DISTRIBUTED BY is not supported",
                refused("CREATE TABLE t (a INT) DISTRIBUTED BY (a) WITH ('a'='b')")
                        .getMessage());
        assertEquals(
                "UNIQUE is not supported",
                refused("CREATE TABLE t (a INT UNIQUE)").getMessage());
        assertEquals(
                "UNIQUE is not supported",
                refused("CREATE TABLE t (a INT, UNIQUE (a))").getMessage());
    }
}
