package io.leat.planner.expression;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The row that the cases of the table are about: a column of every type, and one that is NULL. */
final class ExampleRow {
    private static final DataType PAIR =
            DataType.row(List.of(new Field("x", DataType.INTEGER), new Field("y", DataType.STRING)));
    private static final String JSON =
            "{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[1,2,3],\"t\":true,\"z\":null,\"f\":1.5,\"s\":\"2026-01-31\"}";

    private static final List<Object> VALUES = List.of(
            7,
            1_000_000L,
            2.5,
            new BigDecimal("12.34"),
            "Hello World",
            "",
            "naïve 😀!",
            LocalDateTime.parse("2026-01-31T10:15:30.123"),
            LocalDate.parse("2026-01-31"),
            LocalTime.parse("10:15:30.500"),
            Instant.parse("2026-01-31T10:15:30.123Z"),
            true,
            new byte[] {1, 2},
            List.of(1, 2, 3),
            ordered(),
            List.of(5, "five"),
            JSON,
            (byte) 3,
            (short) 4,
            1.5f);

    static final Schema SCHEMA = schema();

    private ExampleRow() {}

    private static Map<String, Integer> ordered() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        return map;
    }

    private static Schema schema() {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("i", DataType.INTEGER),
                new Field("l", DataType.BIGINT),
                new Field("d", DataType.DOUBLE),
                new Field("n", DataType.decimal(10, 2)),
                new Field("s", DataType.STRING),
                new Field("e", DataType.STRING),
                new Field("u", DataType.STRING),
                new Field("ts", DataType.TIMESTAMP),
                new Field("dt", DataType.DATE),
                new Field("tm", DataType.of(TypeKind.TIME)),
                new Field("ltz", DataType.TIMESTAMP_LTZ),
                new Field("b", DataType.BOOLEAN),
                new Field("vb", DataType.BYTES),
                new Field("ar", DataType.array(DataType.INTEGER)),
                new Field("m", DataType.map(DataType.STRING, DataType.INTEGER)),
                new Field("r", PAIR),
                new Field("j", DataType.STRING),
                new Field("i1", DataType.of(TypeKind.TINYINT)),
                new Field("i2", DataType.of(TypeKind.SMALLINT)),
                new Field("re", DataType.of(TypeKind.REAL))));
        List.copyOf(fields).forEach(field -> fields.add(new Field("n" + field.name(), field.type())));
        return new Schema(fields);
    }

    /** The row; the second half of the columns is NULL. */
    static Chunk chunk() {
        ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), 1);
        for (int i = 0; i < SCHEMA.size(); i++) {
            Object value = i < VALUES.size() ? VALUES.get(i) : null;
            JavaValues.append(builder.column(i), SCHEMA.type(i), value);
        }
        builder.endRow(1);
        return builder.build();
    }
}
