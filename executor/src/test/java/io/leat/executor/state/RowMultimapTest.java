package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMultimapTest {
    private static final Schema SCHEMA = RandomRows.schema(DataType.BIGINT, DataType.TIMESTAMP_LTZ, DataType.STRING);
    private static final Closing CLOSING = new Closing(1, 1);

    private static RowMultimap open(Optional<Closing> closing) {
        return RowMultimap.kind(SCHEMA.types(), List.of(0), closing, true)
                .create()
                .get();
    }

    /** Rows come only for some time, then they also go, so that rows added without an index are found later. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithMapsOverARandomHistory(long seed) {
        Random random = new Random(seed);
        RowMultimap multimap = open(Optional.of(CLOSING));
        Bag reference = new Bag();
        long watermark = 0;
        int growing = random.nextInt(200);
        for (int i = 0; i < 400; i++) {
            Chunk chunk = chunk(random, watermark, i < growing);
            multimap.add(chunk);
            for (Map.Entry<List<Object>, Long> entry :
                    Bag.of(SCHEMA, ZSet.of(chunk)).rows().entrySet()) {
                reference.add(entry.getKey(), entry.getValue());
            }
            if (random.nextInt(20) == 0) {
                watermark += random.nextInt(20);
                multimap.free(watermark);
                reference = withoutClosed(reference, watermark);
            }
            if (i > growing + 20) {
                assertEquals(reference.rows().size(), multimap.rows());
            }
        }
        checkKeys(multimap, reference);
        multimap.free(Long.MAX_VALUE);
        assertEquals(0, multimap.rows());
    }

    private static Chunk chunk(Random random, long watermark, boolean growing) {
        ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), 1);
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            long weight = growing ? 1 + random.nextInt(2) : random.nextBoolean() ? 1 : -1 - random.nextInt(2);
            Bag.write(SCHEMA, builder, row(random, watermark), weight);
        }
        return builder.build();
    }

    private static List<Object> row(Random random, long watermark) {
        Object time = random.nextInt(10) == 0 ? null : Instant.ofEpochMilli(watermark + random.nextInt(30));
        return Bag.row(random.nextInt(8) == 0 ? null : (long) random.nextInt(5), time, "s" + random.nextInt(3));
    }

    private static Bag withoutClosed(Bag bag, long watermark) {
        Bag open = new Bag();
        bag.rows().forEach((row, weight) -> {
            boolean closed = row.get(1) != null && ((Instant) row.get(1)).toEpochMilli() - 1 <= watermark;
            open.add(row, closed ? 0 : weight);
        });
        return open;
    }

    private static void checkKeys(RowMultimap multimap, Bag reference) {
        Map<Object, Bag> byKey = new HashMap<>();
        reference
                .rows()
                .forEach((row, weight) ->
                        byKey.computeIfAbsent(row.get(0), k -> new Bag()).add(row, weight));
        byKey.forEach((key, rows) -> {
            int number = key(multimap, RandomRows.row(SCHEMA, key, null, ""));
            assertEquals(rows, rowsOf(multimap, number));
            long sum = rows.rows().values().stream().mapToLong(w -> w).sum();
            assertEquals(sum, multimap.keyWeight(number));
        });
        assertEquals(RowMultimap.NONE, key(multimap, RandomRows.row(SCHEMA, 77L, null, "")));
    }

    private static int key(RowMultimap multimap, Chunk row) {
        int[] found = new int[1];
        multimap.findKeys(List.of(row.column(0)), 1, found);
        return found[0];
    }

    private static Bag rowsOf(RowMultimap multimap, int key) {
        List<Integer> numbers = new ArrayList<>();
        for (int row = multimap.firstRow(key); row != RowMultimap.NONE; row = multimap.nextRow(row)) {
            assertEquals(key, multimap.keyOf(row));
            numbers.add(row);
        }
        int[] rows = numbers.stream().mapToInt(Integer::intValue).toArray();
        long[] weights = numbers.stream().mapToLong(multimap::weight).toArray();
        return Bag.of(SCHEMA, ZSet.of(new Chunk(rows.length, multimap.gather(rows, rows.length), weights)));
    }

    @Test
    void findsARowOfABigKeyAtOnce() {
        RowMultimap multimap = open(Optional.empty());
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            multimap.add(numbered(i));
        }
        for (int i = 0; i < count; i += 2) {
            multimap.add(numbered(i).negate());
        }
        assertEquals(count / 2, multimap.rows());
        int[] found = new int[1];
        multimap.open(numbered(1), found);
        assertEquals(1, multimap.weight(found[0]));
        multimap.open(numbered(0), found);
        assertEquals(0, multimap.weight(found[0]));
        multimap.settle(found, 1, gone -> {});
        assertEquals(count / 2, multimap.rows());
    }

    private static Chunk numbered(int i) {
        return RandomRows.row(SCHEMA, 7L, Instant.ofEpochMilli(i), "");
    }

    @Test
    void forgetsTheNoteOfARowThatIsGone() {
        RowMultimap multimap = open(Optional.empty());
        int[] number = new int[1];
        multimap.open(numbered(1), number);
        multimap.addWeight(number[0], 1);
        multimap.setNote(number[0], 42);
        multimap.open(numbered(1), number);
        assertEquals(42, multimap.note(number[0]));
        multimap.add(numbered(1).negate());
        multimap.open(numbered(1), number);
        assertEquals(0, multimap.note(number[0]));
    }

    @Test
    void givesTheMemoryOfAMillionRowsBackWhenTheyClose() {
        RowMultimap multimap = open(Optional.of(CLOSING));
        long empty = multimap.bytes();
        ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), 1_000);
        for (int i = 0; i < 1_000_000; i++) {
            builder.column(0).appendLong(i);
            builder.column(1).appendLong(i / 100);
            builder.column(2).appendText("text");
            builder.endRow(1);
            if (builder.size() == 1_000) {
                multimap.add(builder.build());
            }
        }
        long full = multimap.bytes();
        assertTrue(full < 140_000_000, "took " + full);
        multimap.free(4_999);
        assertEquals(499_900, multimap.rows());
        multimap.free(9_998);
        assertEquals(0, multimap.rows());
        assertTrue(multimap.bytes() < empty + 20_000, multimap.bytes() + " of " + full);
    }
}
