package io.leat.connector.datagen;

import static io.leat.connector.contract.Tables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.connector.contract.SourceContract;
import io.leat.connector.contract.Tables;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatagenConnectorTest extends SourceContract {
    private final ManualClock clock = new ManualClock(0);

    @Override
    protected Connector connector() {
        return new DatagenConnector();
    }

    @Override
    protected TableDefinition table() {
        return Tables.of(
                List.of(
                        column("id", DataType.BIGINT),
                        column("flag", DataType.BOOLEAN),
                        column("small", DataType.of(TypeKind.SMALLINT)),
                        column("ratio", DataType.DOUBLE),
                        column("single", DataType.of(TypeKind.REAL)),
                        column("price", DataType.decimal(10, 2)),
                        column("wide", DataType.decimal(38, 10)),
                        column("name", DataType.STRING),
                        column("code", DataType.sized(TypeKind.CHAR, 3)),
                        column("data", DataType.BYTES),
                        column("day", DataType.DATE),
                        column("clock", DataType.of(TypeKind.TIME)),
                        column("ts", DataType.TIMESTAMP),
                        column("ltz", DataType.TIMESTAMP_LTZ)),
                Map.of(
                        "connector", "datagen",
                        "number-of-rows", "30",
                        "rows-per-second", "100",
                        "fields.id.kind", "sequence",
                        "fields.small.null-rate", "0.5"));
    }

    @Override
    protected SourceContext context() {
        return new SourceContext(clock, Limits.DEFAULT, Path.of("."));
    }

    @Override
    protected void letTimePass() {
        clock.advance(Duration.ofMillis(10));
    }

    private List<List<Object>> rows(TableDefinition table) {
        CollectingRows rows = new CollectingRows(table);
        SourceRange all = new SourceRange(Optional.empty(), Optional.of(Position.of(Map.of("rows", 200L))));
        try (Source source = connector().openSource(table, all, context())) {
            assertEquals(PollStatus.FINISHED, source.poll(rows, 1_000));
        }
        return rows.values();
    }

    private static TableDefinition table(String name, DataType type, Map<String, String> options) {
        return Tables.of(List.of(column(name, type)), options);
    }

    @Test
    void comesAtItsRate() {
        TableDefinition endless = table("x", DataType.INTEGER, Map.of("rows-per-second", "10"));
        assertEquals(Boundedness.UNBOUNDED, connector().boundedness(endless));
        CollectingRows rows = new CollectingRows(endless);
        try (Source source = connector().openSource(endless, SourceRange.ALL, context())) {
            assertEquals(PollStatus.IDLE, source.poll(rows, 100));
            clock.advance(Duration.ofMillis(350));
            assertEquals(Position.of(Map.of("rows", 3L)), source.end());
            assertEquals(PollStatus.MORE, source.poll(rows, 2));
            assertEquals(PollStatus.IDLE, source.poll(rows, 2));
            assertEquals(3, rows.rows().size());
        }
    }

    @Test
    void staysWithinItsRange() {
        Map<String, String> range = Map.of("fields.x.min", "-3", "fields.x.max", "3");
        List<List<Object>> ints = rows(table("x", DataType.INTEGER, range));
        assertTrue(ints.stream().allMatch(row -> Math.abs((Integer) row.get(0)) <= 3));
        assertEquals(7, ints.stream().distinct().count());
        List<List<Object>> decimals = rows(table("x", DataType.decimal(30, 1), range));
        assertTrue(decimals.stream()
                .allMatch(row -> ((BigDecimal) row.get(0)).abs().intValue() <= 3));
        assertTrue(decimals.stream().distinct().count() > 30);
        List<List<Object>> texts = rows(table("x", DataType.STRING, Map.of("fields.x.length", "5")));
        assertTrue(texts.stream().allMatch(row -> row.get(0).toString().matches("[0-9a-f]{5}")));
    }

    @Test
    void isNullAtItsRate() {
        List<List<Object>> rows = rows(table("x", DataType.INTEGER, Map.of("fields.x.null-rate", "0.25")));
        long nulls = rows.stream().filter(row -> row.get(0) == null).count();
        assertTrue(nulls > 25 && nulls < 75, nulls + " of 200");
    }

    @Test
    void endsWithItsSequence() {
        Map<String, String> options = Map.of("fields.x.kind", "sequence", "fields.x.start", "5", "fields.x.end", "7");
        TableDefinition table = table("x", DataType.INTEGER, options);
        assertEquals(Boundedness.BOUNDED, connector().boundedness(table));
        assertEquals(List.of(List.of(5), List.of(6), List.of(7)), rows(table));
    }

    @Test
    void timeGoesOnWithTheRows() {
        Map<String, String> options =
                Map.of("number-of-rows", "2", "rows-per-second", "4", "fields.ts.start", "2001-01-01 00:00:00");
        LocalDateTime start = LocalDateTime.of(2001, 1, 1, 0, 0);
        assertEquals(
                List.of(List.of(start), List.of(start.plusNanos(250_000_000))),
                rows(table("ts", DataType.TIMESTAMP, options)));
    }

    @Test
    void anotherSeedGivesOtherValues() {
        List<List<Object>> one = rows(table("x", DataType.BIGINT, Map.of("seed", "1")));
        assertEquals(one, rows(table("x", DataType.BIGINT, Map.of("seed", "1"))));
        assertNotEquals(one, rows(table("x", DataType.BIGINT, Map.of("seed", "2"))));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertRefused("option 'fields.y.min' names no column of the table", Map.of("fields.y.min", "1"));
        assertRefused("connector 'datagen' has no option 'fields.x.mim'", Map.of("fields.x.mim", "1"));
        assertRefused("option 'fields.x.min' is 'a', which is not INT", Map.of("fields.x.min", "a"));
        assertRefused(
                "option 'fields.x.min' is greater than 'fields.x.max'",
                Map.of("fields.x.min", "2", "fields.x.max", "1"));
        assertRefused("option 'fields.x.kind' cannot be 'list'", Map.of("fields.x.kind", "list"));
        assertRefused("option 'rows-per-second' is 0, less than 1", Map.of("rows-per-second", "0"));
        assertRefused(
                "option 'fields.x.null-rate' is 2.0, which is not between 0 and 1", Map.of("fields.x.null-rate", "2"));
    }

    private void assertRefused(String message, Map<String, String> options) {
        TableDefinition table = table("x", DataType.INTEGER, options);
        LeatException error =
                assertThrows(LeatException.class, () -> connector().validate(table));
        assertEquals(message, error.getMessage());
    }
}
