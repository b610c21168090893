package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are copied only when they are asked for are those that would have been copied at once. */
class PickedRowsTest {
    private static final List<DataType> TYPES = List.of(DataType.BIGINT, DataType.STRING);
    private static final int[] FEW = {3, 3, 99, 0};

    private final Random random = new Random(3);
    private final Chunk rows = rows(100);

    private Chunk rows(int count) {
        ChunkBuilder builder = new ChunkBuilder(TYPES, count);
        for (int i = 0; i < count; i++) {
            builder.column(0).appendLong(i);
            if (i % 7 == 3) {
                builder.column(1).appendNull();
            } else {
                builder.column(1).appendText("text " + random.nextInt(1000));
            }
            builder.endRow(1 + i % 3);
        }
        return builder.build();
    }

    private int[] numbers(int count, int limit) {
        return random.ints(count, 0, limit).toArray();
    }

    private static void assertSameRows(Chunk expected, Chunk found) {
        assertEquals(expected.size(), found.size());
        BytesColumn texts = (BytesColumn) expected.column(1);
        BytesColumn others = (BytesColumn) found.column(1);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.weight(i), found.weight(i));
            assertEquals(texts.isNull(i), others.isNull(i));
            assertEquals(texts.text(i), others.text(i));
        }
    }

    @Test
    void picksOfPicksAreTheRows() {
        int[] first = numbers(80, 100);
        int[] second = numbers(60, 80);
        Chunk expected = rows.gather(first, 80).gather(second, 60);
        Chunk picked = rows.pick(first, 80).pick(second, 60);
        assertSame(rows.column(1), ((BytesColumn) picked.column(1)).origin(), "nothing was copied");
        assertSameRows(expected, picked);
        assertSameRows(expected.slice(5, 20), picked.slice(5, 20));
        assertSameRows(
                expected.gather(FEW, 1), rows.pick(first, 80).pick(second, 60).gather(FEW, 1));
    }

    @Test
    void theCallersNumbersMayChange() {
        int[] numbers = numbers(50, 100);
        Chunk expected = rows.gather(numbers, 50);
        Chunk picked = rows.pick(numbers, 50);
        numbers[0] = (numbers[0] + 1) % 100;
        assertSameRows(expected, picked);
    }

    @Test
    void aFewRowsDoNotKeepAllOthersInMemory() {
        BytesColumn few = (BytesColumn) rows.pick(FEW, FEW.length).column(1);
        assertSame(few, few.origin());
        BytesColumn fewOfMany = (BytesColumn) rows.pick(numbers(50, 100), 50)
                .pick(new int[] {1, 2, 3, 4, 5, 6, 7}, 7)
                .column(1);
        assertSame(fewOfMany, fewOfMany.origin());
    }

    @Test
    void tablesStoreThemAsTheyAre() {
        int[] numbers = numbers(70, 100);
        RowTable expected = RowTable.kind(TYPES).create().get();
        RowTable table = RowTable.kind(TYPES).create().get();
        int[] expectedNumbers = new int[70];
        int[] tableNumbers = new int[70];
        expected.append(rows.gather(numbers, 70).columns(), 70, expectedNumbers);
        table.append(rows.pick(numbers, 70).columns(), 70, tableNumbers);
        assertArrayEquals(expectedNumbers, tableNumbers);
        assertSameRows(
                new Chunk(70, expected.gather(expectedNumbers, 70), null),
                new Chunk(70, table.gather(tableNumbers, 70), null));
    }
}
