package io.leat.engine.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.engine.ChunkCursor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.util.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, with and without NULL, arrives in Arrow as it is in Leat, and no buffer is left behind. */
class ArrowBatchesTest {
    private static final DataType TINYINT = DataType.of(TypeKind.TINYINT);
    private static final DataType WIDE = DataType.decimal(38, 4);
    private static final DataType PLACE =
            DataType.row(List.of(new Field("name", DataType.STRING), new Field("size", DataType.INTEGER)));

    /** A type, Leat's values of it, and what Arrow's vectors give for them. */
    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(DataType.BOOLEAN, List.of(true, false), List.of(true, false)),
                Arguments.of(TINYINT, List.of((byte) -128, (byte) 127), List.of((byte) -128, (byte) 127)),
                Arguments.of(
                        DataType.of(TypeKind.SMALLINT),
                        List.of((short) -32768, (short) 7),
                        List.of((short) -32768, (short) 7)),
                Arguments.of(DataType.INTEGER, List.of(Integer.MIN_VALUE, 7), List.of(Integer.MIN_VALUE, 7)),
                Arguments.of(DataType.BIGINT, List.of(Long.MAX_VALUE, -7L), List.of(Long.MAX_VALUE, -7L)),
                Arguments.of(DataType.of(TypeKind.REAL), List.of(1.5f, -0.25f), List.of(1.5f, -0.25f)),
                Arguments.of(DataType.DOUBLE, List.of(Math.PI, -1e300), List.of(Math.PI, -1e300)),
                Arguments.of(
                        DataType.decimal(10, 2), decimals("-1.05", "12345678.90"), decimals("-1.05", "12345678.90")),
                Arguments.of(
                        WIDE,
                        decimals("-1234567890123456789012345678.0001", "0.0000"),
                        decimals("-1234567890123456789012345678.0001", "0.0000")),
                Arguments.of(DataType.STRING, List.of("grün €", ""), List.of(new Text("grün €"), new Text(""))),
                Arguments.of(
                        DataType.sized(TypeKind.CHAR, 2), List.of("ab", "c "), List.of(new Text("ab"), new Text("c "))),
                Arguments.of(
                        DataType.DATE, List.of(LocalDate.of(1969, 12, 31), LocalDate.of(2026, 1, 31)), List.of(-1, (int)
                                LocalDate.of(2026, 1, 31).toEpochDay())),
                Arguments.of(
                        new DataType(TypeKind.TIME, 3, 0, true, List.of()),
                        List.of(LocalTime.of(1, 2, 3), LocalTime.MIDNIGHT),
                        List.of(LocalDateTime.of(1970, 1, 1, 1, 2, 3), LocalDateTime.of(1970, 1, 1, 0, 0))),
                Arguments.of(
                        DataType.TIMESTAMP,
                        List.of(
                                LocalDateTime.of(2026, 1, 31, 10, 0, 0, 123_000_000),
                                LocalDateTime.of(1960, 1, 1, 0, 0)),
                        List.of(
                                LocalDateTime.of(2026, 1, 31, 10, 0, 0, 123_000_000),
                                LocalDateTime.of(1960, 1, 1, 0, 0))),
                Arguments.of(
                        DataType.TIMESTAMP_LTZ,
                        List.of(Instant.ofEpochMilli(1_234), Instant.EPOCH),
                        List.of(1_234L, 0L)),
                Arguments.of(
                        DataType.of(TypeKind.INTERVAL_MONTHS),
                        List.of(Period.ofMonths(14), Period.ofMonths(-1)),
                        List.of(Period.ofMonths(14), Period.ofMonths(-1))),
                Arguments.of(
                        DataType.of(TypeKind.INTERVAL_MILLIS),
                        List.of(Duration.ofMillis(90_061), Duration.ZERO),
                        List.of(Duration.ofMillis(90_061), Duration.ZERO)),
                Arguments.of(
                        DataType.array(DataType.INTEGER),
                        List.of(Arrays.asList(1, null, 3), List.of()),
                        List.of(Arrays.asList(1, null, 3), List.of())),
                Arguments.of(
                        DataType.array(DataType.array(DataType.STRING)),
                        List.of(List.of(List.of("a"), List.of()), List.of(List.of("b", "c"))),
                        List.of(
                                List.of(List.of(new Text("a")), List.of()),
                                List.of(List.of(new Text("b"), new Text("c"))))),
                Arguments.of(
                        PLACE,
                        List.of(List.of("Ulm", 7), Arrays.asList(null, 8)),
                        List.of(Map.of("name", new Text("Ulm"), "size", 7), Map.of("size", 8))),
                Arguments.of(
                        DataType.map(DataType.STRING, DataType.BIGINT),
                        List.of(ordered("a", 1L, "b", null), Map.of()),
                        List.of(
                                List.of(Map.of("key", new Text("a"), "value", 1L), Map.of("key", new Text("b"))),
                                List.of())));
    }

    private static List<Object> decimals(String... texts) {
        return Arrays.stream(texts).<Object>map(BigDecimal::new).toList();
    }

    private static Map<Object, Object> ordered(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeArrives(DataType type, List<Object> values, List<Object> expected) {
        assertEquals(expected, objects(type, values));
    }

    @ParameterizedTest
    @MethodSource("types")
    void nullsArriveInEveryType(DataType type, List<Object> values, List<Object> expected) {
        List<Object> some = new ArrayList<>();
        List<Object> expectedSome = new ArrayList<>();
        for (int i = 0; i < 131; i++) {
            boolean isNull = i % 3 == 1;
            some.add(isNull ? null : values.get(i % 2));
            expectedSome.add(isNull ? null : expected.get(i % 2));
        }
        assertEquals(expectedSome, objects(type, some));
    }

    @Test
    void binaryArrives() {
        List<Object> objects = objects(DataType.BYTES, Arrays.asList(new byte[] {1, -1}, null));
        assertArrayEquals(new byte[] {1, -1}, (byte[]) objects.get(0));
        assertNull(objects.get(1));
    }

    @Test
    void aBareNullArrives() {
        assertEquals(Arrays.asList(null, null), objects(DataType.of(TypeKind.NULL), Arrays.asList(null, null)));
    }

    @Test
    void typesKeepTheirPrecisionAndZone() {
        Schema schema = Schema.of(
                new Field("d", DataType.decimal(10, 2).withNullable(false)),
                new Field("t", DataType.TIMESTAMP),
                new Field("z", DataType.TIMESTAMP_LTZ));
        var fields = ArrowTypes.schema(schema).getFields();
        assertEquals(new ArrowType.Decimal(10, 2, 128), fields.get(0).getType());
        assertEquals(
                List.of(false, true, true),
                fields.stream().map(f -> f.isNullable()).toList());
        assertNull(((ArrowType.Timestamp) fields.get(1).getType()).getTimezone());
        assertEquals("UTC", ((ArrowType.Timestamp) fields.get(2).getType()).getTimezone());
    }

    @Test
    void batchesFollowEachOtherInTheSameVectors() {
        DataType type = DataType.array(DataType.BIGINT);
        Schema schema = Schema.of(new Field("c", type), new Field("s", DataType.STRING));
        List<Chunk> chunks = List.of(
                chunk(schema, List.of(List.of(1L, 2L), List.of(3L)), List.of("a", "b")),
                chunk(schema, Arrays.asList(null, null, List.of()), Arrays.asList("long enough", null, "d")),
                chunk(schema, List.of(List.of(9L)), List.of("e")));
        try (BufferAllocator allocator = new RootAllocator()) {
            try (ArrowBatches batches = ArrowBatches.of(new ChunkCursor(schema, chunks), allocator)) {
                List<Integer> sizes = new ArrayList<>();
                List<Object> seen = new ArrayList<>();
                while (batches.next().isPresent()) {
                    sizes.add(batches.root().getRowCount());
                    seen.addAll(objects(batches.root().getVector(0)));
                }
                assertEquals(List.of(2, 3, 1), sizes);
                assertEquals(Arrays.asList(List.of(1L, 2L), List.of(3L), null, null, List.of(), List.of(9L)), seen);
            }
            assertEquals(0, allocator.getAllocatedMemory());
        }
    }

    @Test
    void aColumnWhoseBytesBeginFurtherBackIsCopiedFromThere() {
        Schema schema = Schema.of(new Field("s", DataType.STRING));
        Chunk rest = chunk(schema, List.of("first", "second", "third"));
        ChunkCursor cursor = new ChunkCursor(schema, List.of(rest));
        cursor.next();
        try (BufferAllocator allocator = new RootAllocator();
                ArrowBatches batches = ArrowBatches.of(cursor, allocator)) {
            assertTrue(batches.next().isPresent());
            assertEquals(
                    List.of(new Text("second"), new Text("third")),
                    objects(batches.root().getVector(0)));
            assertTrue(batches.next().isEmpty());
        }
    }

    private static List<Object> objects(DataType type, List<Object> values) {
        Schema schema = Schema.of(new Field("c", type));
        try (BufferAllocator allocator = new RootAllocator()) {
            List<Object> objects;
            ChunkCursor cursor = new ChunkCursor(schema, List.of(chunk(schema, values)));
            try (ArrowBatches batches = ArrowBatches.of(cursor, allocator)) {
                assertTrue(batches.next().isPresent());
                assertEquals(values.size(), batches.root().getRowCount());
                objects = objects(batches.root().getVector(0));
                assertTrue(batches.next().isEmpty());
            }
            assertEquals(0, allocator.getAllocatedMemory());
            return objects;
        }
    }

    private static List<Object> objects(FieldVector vector) {
        return IntStream.range(0, vector.getValueCount())
                .<Object>mapToObj(vector::getObject)
                .collect(ArrayList::new, List::add, List::addAll);
    }

    @SafeVarargs
    private static Chunk chunk(Schema schema, List<? extends Object>... columns) {
        ChunkBuilder builder = new ChunkBuilder(schema.types(), 8);
        for (int row = 0; row < columns[0].size(); row++) {
            for (int i = 0; i < columns.length; i++) {
                JavaValues.append(builder.column(i), schema.type(i), columns[i].get(row));
            }
            builder.endRow(1);
        }
        return builder.build();
    }
}
