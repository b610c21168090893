package io.leat.executor.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dealing keeps the order of rows; splitting brings equal keys together. */
class SpreadingTest {
    private static final DataType LONG = DataType.of(TypeKind.BIGINT);

    private static Chunk chunk(long from, int count, boolean weighted) {
        ChunkBuilder builder = new ChunkBuilder(List.of(LONG, DataType.STRING), count);
        for (long i = from; i < from + count; i++) {
            if (i % 7 == 3) {
                builder.column(0).appendNull();
                builder.column(1).appendNull();
            } else {
                builder.column(0).appendLong(i);
                builder.column(1).appendText("text " + i);
            }
            builder.endRow(weighted && i % 5 == 0 ? -1 : 1);
        }
        return builder.build();
    }

    private static List<String> rows(ZSet change) {
        List<String> rows = new ArrayList<>();
        for (Chunk chunk : change.chunks()) {
            LongColumn numbers = (LongColumn) chunk.column(0);
            for (int row = 0; row < chunk.size(); row++) {
                String values = chunk.column(1).isNull(row)
                        ? "NULL"
                        : numbers.values()[row] + " " + ((BytesColumn) chunk.column(1)).text(row);
                rows.add(chunk.weight(row) + " " + values);
            }
        }
        return rows;
    }

    @Test
    void dealtRowsKeepTheirOrderAndAreSpreadEvenly() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<Chunk> chunks = new ArrayList<>();
            long from = 0;
            for (int i = random.nextInt(6); i >= 0; i--) {
                int size = random.nextInt(random.nextBoolean() ? 20 : 3_000);
                chunks.add(chunk(from, size, random.nextBoolean()));
                from += size;
            }
            ZSet change = ZSet.of(chunks);
            int count = 1 + random.nextInt(5);
            ZSet[] parts = Dealing.deal(change, new Shards(count, 1_000, "test"));
            List<String> together = new ArrayList<>();
            for (ZSet part : parts) {
                together.addAll(rows(part));
                long fair = change.rows() / count;
                assertTrue(
                        change.rows() < 1_000 || Math.abs(part.rows() - fair) <= 520, parts.length + " " + part.rows());
            }
            assertEquals(rows(change), together);
        }
    }

    @Test
    void splitRowsKeepTheirOrderOnEachShardAndEqualKeysMeet() {
        ZSet change = ZSet.of(List.of(chunk(0, 1_000, true), chunk(500, 1_000, false), chunk(3, 1, false)));
        ZSet[] parts = new Splitter(List.of(LONG, DataType.STRING), List.of(1), 4).split(change);
        List<String> all = rows(change);
        int rows = 0;
        for (ZSet part : parts) {
            List<String> there = rows(part);
            assertEquals(all.stream().filter(there::contains).toList(), there);
            rows += there.size();
            assertTrue(there.size() > 300, "uneven: " + there.size());
        }
        assertEquals(all.size(), rows);
    }

    @Test
    void equalValuesMeetWhateverTheirColumns() {
        List<DataType> types = List.of(
                DataType.of(TypeKind.INTEGER), LONG, DataType.of(TypeKind.DOUBLE), DataType.decimal(30, 2), LONG);
        ChunkBuilder builder = new ChunkBuilder(types, 16);
        for (long i = 0; i < 1_000; i++) {
            builder.column(0).appendLong(i);
            builder.column(1).appendLong(i);
            builder.column(2).appendDouble(i % 2 == 0 ? 0.0 : -0.0);
            builder.column(3).appendObject(new BigDecimal("7.00"));
            builder.column(4).appendNull();
            builder.endRow(1);
        }
        Chunk chunk = builder.build();
        int[] first = shards(types, List.of(0, 4), chunk);
        assertArrayEquals(first, shards(types, List.of(1, 4), chunk));
        for (int column = 2; column < types.size(); column++) {
            int[] all = shards(types, List.of(column), chunk);
            for (int shard : all) {
                assertEquals(all[0], shard);
            }
        }
    }

    private static int[] shards(List<DataType> types, List<Integer> columns, Chunk chunk) {
        int[] shards = new int[chunk.size()];
        new KeyHash(types, columns).shards(chunk, 8, shards);
        return shards;
    }
}
