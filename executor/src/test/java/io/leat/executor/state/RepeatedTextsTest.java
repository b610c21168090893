package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns that repeat a few texts are the same as columns with bytes of their own, whatever is done with them. */
class RepeatedTextsTest {
    private static final List<String> TEXTS =
            Arrays.asList("", "2023-01-01", "a", "a text of more than eight bytes", "");
    private static final int ROWS = 200;

    private final Random random = new Random(11);

    private static BytesColumn column(List<String> texts) {
        ColumnBuilder builder = ColumnBuilder.of(DataType.STRING, texts.size());
        texts.forEach(text -> JavaValues.append(builder, DataType.STRING, text));
        return (BytesColumn) builder.build();
    }

    private static List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            texts.add((String) JavaValues.get(DataType.STRING, column, i));
        }
        return texts;
    }

    /** Some of the texts, where each is NULL with a probability. */
    private BytesColumn repeated(int rows, double nullProbability) {
        int[] texts = random.ints(rows, 0, TEXTS.size()).toArray();
        long[] validity = Validity.allValid(rows);
        for (int i = 0; i < rows; i++) {
            if (random.nextDouble() < nullProbability) {
                Validity.clear(validity, i);
                texts[i] = 0;
            }
        }
        return column(TEXTS).repeated(texts, nullProbability == 0 ? null : validity, rows);
    }

    private static BytesColumn copied(BytesColumn column) {
        return column(texts(column));
    }

    private static void assertSameColumn(BytesColumn expected, BytesColumn found) {
        assertEquals(texts(expected), texts(found));
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.length(i), found.length(i));
        }
        int end = expected.offsets()[expected.size()];
        assertArrayEquals(
                Arrays.copyOf(expected.offsets(), expected.size() + 1),
                Arrays.copyOf(found.offsets(), found.size() + 1));
        assertArrayEquals(Arrays.copyOf(expected.bytes(), end), Arrays.copyOf(found.bytes(), end));
    }

    @Test
    void hasTheTextsOfItsOrigin() {
        for (double nulls : new double[] {0, 0.3, 1}) {
            BytesColumn column = repeated(ROWS, nulls);
            assertTrue(column.repeats());
            assertSameColumn(copied(column), column);
        }
        assertFalse(column(TEXTS).repeats());
        BytesColumn one = column(TEXTS).repeated(new int[] {3}, null, 1);
        assertFalse(one.repeats(), "its origin is longer than it");
        assertEquals(List.of(TEXTS.get(3)), texts(one));
        assertEquals(TEXTS.get(3), new String(one.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void choosingRowsCopiesNoText() {
        BytesColumn column = repeated(ROWS, 0.3);
        BytesColumn plain = copied(column);
        int[] rows = random.ints(100, 0, ROWS).toArray();
        BytesColumn gathered = column.gather(rows, 100);
        assertSame(column.origin(), gathered.origin());
        assertSameColumn(plain.gather(rows, 100), gathered);
        BytesColumn sliced = gathered.slice(65, 30);
        assertSame(column.origin(), sliced.origin());
        assertSameColumn(plain.gather(rows, 100).slice(65, 30), sliced);
        BytesColumn picked = column.pick(rows, 100).slice(3, 90).pick(rows(7, 40), 40);
        assertSame(column.origin(), picked.origin());
        assertSameColumn(plain.gather(rows, 100).slice(3, 90).gather(rows(7, 40), 40), picked);
        assertSameColumn(plain.slice(190, 0), column.slice(190, 0));
        assertSameColumn(plain.slice(0, 150), column.front(150));
    }

    private static int[] rows(int from, int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> from + i);
        return rows;
    }

    @Test
    void fewRowsDoNotKeepAnOriginThatIsLonger() {
        BytesColumn origin = column(texts(repeated(ROWS, 0)));
        BytesColumn picked = origin.pick(rows(10, 150), 150);
        BytesColumn gathered = picked.gather(rows(0, 100), 100);
        assertNull(gathered.originRows());
        BytesColumn sliced = picked.slice(20, 5);
        assertNull(sliced.originRows());
        assertSameColumn(origin.slice(30, 5), sliced);
        BytesColumn half = picked.slice(20, 100);
        assertSame(origin, half.origin());
        assertSameColumn(origin.slice(30, 100), half);
    }

    @Test
    void tablesFindThem() {
        List<DataType> types = List.of(DataType.BIGINT, DataType.STRING);
        RowTable expected = RowTable.kind(types).create().get();
        RowTable table = RowTable.kind(types).create().get();
        for (int i = 0; i < 60; i++) {
            int rows = i % 10 == 9 ? 1 : ROWS;
            BytesColumn texts = repeated(rows, i % 3 * 0.5);
            LongColumn longs = new LongColumn(random.longs(rows, 0, 5 + i * 10).toArray(), null, rows);
            List<Column> plain = List.of(longs, copied(texts));
            List<Column> columns = List.of(longs, texts);
            int[] found = new int[rows];
            int[] expectedFound = new int[rows];
            table.findAll(columns, rows, found);
            expected.findAll(plain, rows, expectedFound);
            assertArrayEquals(expectedFound, found);
            table.addAll(columns, rows, found);
            expected.addAll(plain, rows, expectedFound);
            assertArrayEquals(expectedFound, found);
            table.findAll(plain, rows, found);
            assertArrayEquals(expectedFound, found, "they are the same rows as others");
            assertEquals(texts(texts), texts(table.gather(1, found, rows)));
        }
    }

    @Test
    void whatDiffersIsMarked() {
        List<String> alike = List.of("first", "x", "y");
        RowTable table = RowTable.kind(List.of(DataType.STRING)).create().get();
        int[] texts = new int[ROWS];
        Arrays.setAll(texts, i -> i % 3);
        int[] numbers = new int[ROWS];
        table.addAll(List.of(column(alike).repeated(texts, null, ROWS)), ROWS, numbers);
        assertArrayEquals(texts, numbers);
        boolean[] different = new boolean[ROWS];
        BytesValueColumn values = new BytesValueColumn();
        values.store(new int[] {0, 1, 2}, column(alike), new int[] {0, 1, 2}, 3, 3);
        numbers[5] = 0;
        numbers[6] = -1;
        assertTrue(values.markDifferent(numbers, column(alike).repeated(texts, null, ROWS), ROWS, different));
        for (int i = 0; i < ROWS; i++) {
            assertEquals(i == 5, different[i]);
        }
    }

    @Test
    void rowsAreEncodedAlike() {
        BytesColumn column = repeated(ROWS, 0.3);
        RowCodec codec = RowCodec.all(List.of(DataType.STRING));
        Chunk repeated = new Chunk(ROWS, List.of(column), null);
        Chunk plain = new Chunk(ROWS, List.of(copied(column)), null);
        RowBytes bytes = new RowBytes();
        RowBytes expected = new RowBytes();
        for (int i = 0; i < ROWS; i++) {
            codec.encode(repeated, i, bytes);
            codec.encode(plain, i, expected);
            assertArrayEquals(
                    Arrays.copyOf(expected.bytes(), expected.length()), Arrays.copyOf(bytes.bytes(), bytes.length()));
        }
    }

    @Test
    void rowsAreTheSameAsTheirTextsAre() {
        BytesColumn repeated = repeated(ROWS, 0.2);
        BytesColumn others = copied(repeated(ROWS, 0.2));
        List<String> texts = texts(repeated);
        List<String> otherTexts = texts(others);
        for (int row = 0; row < ROWS; row++) {
            for (int other = 0; other < ROWS; other++) {
                assertEquals(Objects.equals(texts.get(row), texts.get(other)), repeated.isSame(row, repeated, other));
                assertEquals(
                        Objects.equals(texts.get(row), otherTexts.get(other)), repeated.isSame(row, others, other));
                assertEquals(
                        Objects.equals(otherTexts.get(other), texts.get(row)), others.isSame(other, repeated, row));
            }
        }
    }

    @Test
    void otherValuesAreTheSameToTheirLastBit() {
        Column longs = new LongColumn(new long[] {1, 1, 2, 0}, new long[] {0b0111}, 4);
        assertTrue(longs.isSame(0, longs, 1));
        assertFalse(longs.isSame(1, longs, 2));
        assertFalse(longs.isSame(2, longs, 3));
        assertTrue(longs.isSame(3, longs, 3));
        Column doubles = new DoubleColumn(new double[] {0.0, -0.0, Double.NaN, Double.NaN}, null, 4);
        assertFalse(doubles.isSame(0, doubles, 1));
        assertTrue(doubles.isSame(2, doubles, 3));
        Object[] decimals = {new BigDecimal("1.0"), new BigDecimal("1.0"), new BigDecimal("1.00")};
        Column objects = new ObjectColumn(decimals, null, 3);
        assertTrue(objects.isSame(0, objects, 1));
        assertFalse(objects.isSame(1, objects, 2));
    }
}
