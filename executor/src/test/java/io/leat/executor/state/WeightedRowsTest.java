package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRowsTest {
    private static final Schema SCHEMA = RandomRows.schema(DataType.TIMESTAMP_LTZ, DataType.STRING);

    private static WeightedRows open(Optional<Closing> closing) {
        return WeightedRows.kind(SCHEMA.types(), closing).create().get();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithABagOverARandomHistory(long seed) {
        Random random = new Random(seed);
        WeightedRows rows = open(Optional.empty());
        Bag reference = new Bag();
        for (int i = 0; i < 10_000; i++) {
            List<Object> row = Bag.row(Instant.ofEpochMilli(random.nextInt(20)), "s" + random.nextInt(20));
            long weight = random.nextBoolean() ? 1 + random.nextInt(2) : -1;
            Chunk chunk = new Chunk(1, RandomRows.rows(SCHEMA, List.of(row)).columns(), new long[] {weight});
            assertEquals(reference.weight(row), rows.add(chunk)[0]);
            reference.add(row, weight);
        }
        ZSet all = rows.toZSet(7);
        assertEquals(reference, Bag.of(SCHEMA, all));
        assertEquals(reference.rows().size(), rows.rows());
        assertTrue(all.chunks().stream().allMatch(chunk -> chunk.size() <= 7));
    }

    @Test
    void countsARowThatComesAndGoesWithinOneChunk() {
        WeightedRows rows = open(Optional.of(new Closing(0, 0)));
        List<Object> one = Bag.row(Instant.ofEpochMilli(1), "a");
        List<Object> two = Bag.row(Instant.ofEpochMilli(1), "b");
        List<Column> columns =
                RandomRows.rows(SCHEMA, List.of(one, two, one, one, two)).columns();
        long[] before = rows.add(new Chunk(5, columns, new long[] {1, 1, -1, 2, -1}));
        assertEquals(
                List.of(0L, 0L, 1L, 0L, 1L),
                Arrays.stream(before).limit(5).boxed().toList());
        assertEquals(1, rows.rows());
        rows.add(new Chunk(1, RandomRows.rows(SCHEMA, List.of(one)).columns(), new long[] {-2}));
        assertEquals(0, rows.rows());
    }

    @Test
    void forgetsRowsThatAreClosed() {
        WeightedRows rows = open(Optional.of(new Closing(0, 0)));
        long empty = rows.bytes();
        for (int i = 0; i < 10_000; i++) {
            rows.add(RandomRows.row(SCHEMA, Instant.ofEpochMilli(i), "x"));
        }
        rows.add(RandomRows.row(SCHEMA, null, "never"));
        rows.free(Long.MIN_VALUE);
        assertEquals(10_001, rows.rows());
        rows.free(9_989);
        assertEquals(11, rows.rows());
        rows.free(9_999);
        assertEquals(1, rows.rows());
        rows.free(Long.MAX_VALUE);
        assertEquals(0, rows.rows());
        assertTrue(rows.bytes() < empty + 10_000, "still takes " + rows.bytes());
    }
}
