package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.oracle.Bag;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    private static final DataType WIDE = DataType.decimal(30, 4);
    private static final DataType REAL = DataType.of(TypeKind.REAL);
    private static final Schema ALL = RandomRows.schema(
            DataType.BOOLEAN,
            DataType.BIGINT,
            DataType.DOUBLE,
            DataType.STRING,
            DataType.BYTES,
            WIDE,
            DataType.array(REAL),
            DataType.map(DataType.STRING, DataType.array(DataType.INTEGER)),
            DataType.row(List.of(new Field("a", WIDE), new Field("b", DataType.TIMESTAMP_LTZ))),
            DataType.decimal(10, 2));

    private static final Object[] VALUES = {
        true,
        Long.MIN_VALUE,
        -1.5,
        "grün \uD83D\uDE00",
        ByteBuffer.wrap(new byte[] {0, -1}),
        new BigDecimal("-12345678901234567890.1234"),
        Arrays.asList(1.5f, null),
        Map.of("x", Arrays.asList(1, null, 3)),
        Arrays.asList(new BigDecimal("1.0000"), Instant.ofEpochMilli(-5)),
        new BigDecimal("1.25")
    };

    private static byte[] encode(Schema schema, Object... values) {
        RowBytes bytes = new RowBytes();
        RowCodec.all(schema.types()).encode(RandomRows.row(schema, values), 0, bytes);
        return Arrays.copyOf(bytes.bytes(), bytes.length());
    }

    private static List<Object> decode(Schema schema, byte[] bytes) {
        ChunkBuilder builder = new ChunkBuilder(schema.types(), 1);
        RowCodec.all(schema.types()).decode(bytes, 0, builder, 0);
        builder.endRow(1);
        return Bag.of(schema, ZSet.of(builder.build()))
                .rows()
                .keySet()
                .iterator()
                .next();
    }

    @Test
    void decodesWhatItEncodedForEveryLayout() {
        assertEquals(Arrays.asList(VALUES), decode(ALL, encode(ALL, VALUES)));
    }

    @Test
    void decodesNullsAmongValues() {
        for (int missing = 0; missing < VALUES.length; missing++) {
            Object[] values = VALUES.clone();
            values[missing] = null;
            values[(missing + 4) % VALUES.length] = null;
            assertEquals(Arrays.asList(values), decode(ALL, encode(ALL, values)));
        }
    }

    @Test
    void equalValuesHaveEqualBytes() {
        Schema doubles = RandomRows.schema(DataType.DOUBLE);
        assertArrayEquals(encode(doubles, 0.0), encode(doubles, -0.0));
        assertArrayEquals(encode(doubles, Double.NaN), encode(doubles, Double.longBitsToDouble(0x7ff8000000000001L)));
        Schema wide = RandomRows.schema(WIDE);
        assertArrayEquals(encode(wide, new BigDecimal("1.5")), encode(wide, new BigDecimal("1.5000")));
        Schema maps = RandomRows.schema(DataType.map(DataType.STRING, DataType.INTEGER));
        Map<String, Integer> oneWay = new LinkedHashMap<>();
        oneWay.put("a", 1);
        oneWay.put("b", 2);
        Map<String, Integer> otherWay = new LinkedHashMap<>();
        otherWay.put("b", 2);
        otherWay.put("a", 1);
        assertArrayEquals(encode(maps, oneWay), encode(maps, otherWay));
    }

    @Test
    void otherValuesHaveOtherBytes() {
        Schema texts = RandomRows.schema(DataType.STRING, DataType.STRING);
        assertFalse(Arrays.equals(encode(texts, "ab", "c"), encode(texts, "a", "bc")));
        assertFalse(Arrays.equals(encode(texts, "", null), encode(texts, null, "")));
        Schema doubles = RandomRows.schema(DataType.DOUBLE);
        assertFalse(Arrays.equals(encode(doubles, 0.0), encode(doubles, Double.MIN_VALUE)));
    }

    @Test
    void choosesColumnsInAnyOrderAndFindsNulls() {
        Schema schema = RandomRows.schema(DataType.BIGINT, DataType.STRING, DataType.BIGINT);
        RowCodec codec = RowCodec.of(schema.types(), List.of(2, 0));
        Chunk chunk = RandomRows.row(schema, 1L, null, 2L);
        assertFalse(codec.hasNull(chunk, 0));
        assertTrue(RowCodec.of(schema.types(), List.of(0, 1)).hasNull(chunk, 0));
        RowBytes bytes = new RowBytes();
        codec.encode(chunk, 0, bytes);
        Schema chosen = RandomRows.schema(DataType.BIGINT, DataType.BIGINT);
        assertEquals(List.of(2L, 1L), decode(chosen, bytes.bytes()));
    }

    @Test
    void hashesSpreadConsecutiveNumbers() {
        int[] counts = new int[1_024];
        RowBytes bytes = new RowBytes();
        for (long i = 0; i < 102_400; i++) {
            bytes.clear().putByte(0);
            bytes.putLong(i);
            counts[RowBytes.hash(bytes.bytes(), 0, bytes.length()) & 1_023]++;
        }
        assertTrue(Arrays.stream(counts).max().orElseThrow() < 200, Arrays.toString(counts));
    }
}
