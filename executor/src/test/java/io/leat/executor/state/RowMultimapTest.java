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
        return RowMultimap.kind(SCHEMA.types(), List.of(0), closing).create().get();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithMapsOverARandomHistory(long seed) {
        Random random = new Random(seed);
        RowMultimap multimap = open(Optional.of(CLOSING));
        Bag reference = new Bag();
        long watermark = 0;
        for (int i = 0; i < 5_000; i++) {
            List<Object> row = row(random, watermark);
            long weight = random.nextInt(5) - 2;
            if (weight != 0) {
                int number = multimap.add(RandomRows.rows(SCHEMA, List.of(row)), 0, weight);
                reference.add(row, weight);
                assertEquals(reference.weight(row), number == RowMultimap.NONE ? 0 : multimap.weight(number));
            }
            if (random.nextInt(200) == 0) {
                watermark += random.nextInt(20);
                multimap.free(watermark);
                reference = withoutClosed(reference, watermark);
            }
            assertEquals(reference.rows().size(), multimap.rows());
        }
        checkKeys(multimap, reference);
        multimap.free(Long.MAX_VALUE);
        assertEquals(0, multimap.rows());
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
            int number = multimap.findKey(multimap.keyCodec(), RandomRows.row(SCHEMA, key, null, ""), 0);
            assertEquals(rows, rowsOf(multimap, number));
            long sum = rows.rows().values().stream().mapToLong(w -> w).sum();
            assertEquals(sum, multimap.keyWeight(number));
        });
    }

    private static Bag rowsOf(RowMultimap multimap, int key) {
        ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), 1);
        for (int row = multimap.firstRow(key); row != RowMultimap.NONE; row = multimap.nextRow(row)) {
            assertEquals(key, multimap.keyOf(row));
            multimap.decode(row, builder, 0);
            builder.endRow(multimap.weight(row));
        }
        return Bag.of(SCHEMA, ZSet.of(builder.build()));
    }

    @Test
    void findsARowOfABigKeyAtOnce() {
        RowMultimap multimap = open(Optional.empty());
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            multimap.add(numbered(i), 0, 1);
        }
        for (int i = 0; i < count; i += 2) {
            multimap.add(numbered(i), 0, -1);
        }
        assertEquals(count / 2, multimap.rows());
        assertEquals(RowMultimap.NONE, multimap.findRow(numbered(0), 0));
        assertEquals(1, multimap.weight(multimap.findRow(numbered(1), 0)));
    }

    private static Chunk numbered(int i) {
        return RandomRows.row(SCHEMA, 7L, Instant.ofEpochMilli(i), "");
    }

    @Test
    void forgetsTheNoteOfARowThatIsGone() {
        RowMultimap multimap = open(Optional.empty());
        multimap.setNote(multimap.add(numbered(1), 0, 1), 42);
        assertEquals(42, multimap.note(multimap.findRow(numbered(1), 0)));
        assertEquals(RowMultimap.NONE, multimap.add(numbered(1), 0, -1));
        assertEquals(0, multimap.note(multimap.add(numbered(1), 0, 1)));
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
                Chunk chunk = builder.build();
                for (int row = 0; row < chunk.size(); row++) {
                    multimap.add(chunk, row, 1);
                }
            }
        }
        long full = multimap.bytes();
        multimap.free(4_999);
        assertEquals(499_900, multimap.rows());
        multimap.free(9_998);
        assertEquals(0, multimap.rows());
        assertTrue(multimap.bytes() < empty + 20_000, multimap.bytes() + " of " + full);
    }
}
