package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTableTest {
    private static final Schema SCHEMA =
            RandomRows.schema(DataType.BIGINT, DataType.DOUBLE, DataType.STRING, DataType.decimal(30, 2));

    private static RowTable open(Schema schema) {
        return RowTable.kind(schema.types()).create().get();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAHashMapOverARandomHistory(long seed) {
        Random random = new Random(seed);
        RowTable table = open(SCHEMA);
        Map<List<Object>, Integer> reference = new HashMap<>();
        int distinct = 2 << random.nextInt(4);
        for (int i = 0; i < 300; i++) {
            add(table, reference, rows(random, distinct));
            check(table, reference, rows(random, distinct));
            removeSome(random, table, reference, i / 50 % 2 == 0 ? 4 : 1);
            table.trim();
            if (i % 100 == 99) {
                RowTable restored = open(SCHEMA);
                MemoryArchive.of(table).restore(restored);
                table = restored;
            }
        }
        Set<Integer> numbers = new HashSet<>();
        for (int number = table.next(0); number != RowTable.NONE; number = table.next(number + 1)) {
            numbers.add(number);
        }
        assertEquals(new HashSet<>(reference.values()), numbers);
    }

    private static List<List<Object>> rows(Random random, int distinct) {
        List<List<Object>> rows = new ArrayList<>();
        int count = random.nextInt(100);
        for (int i = 0; i < count; i++) {
            rows.add(Bag.row(
                    random.nextInt(9) == 0 ? null : (long) random.nextInt(distinct),
                    random.nextInt(9) == 0 ? null : random.nextInt(2) * 0.5,
                    random.nextInt(9) == 0 ? null : "x".repeat(random.nextInt(3)),
                    random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt(2), 2)));
        }
        return rows;
    }

    private static void add(RowTable table, Map<List<Object>, Integer> reference, List<List<Object>> rows) {
        int[] numbers = new int[rows.size()];
        int before = reference.size();
        table.addAll(RandomRows.rows(SCHEMA, rows).columns(), rows.size(), numbers);
        for (int i = 0; i < numbers.length; i++) {
            Integer known = reference.putIfAbsent(rows.get(i), numbers[i]);
            assertEquals(known == null ? numbers[i] : known, numbers[i]);
        }
        assertEquals(reference.size(), table.size());
        assertEquals(reference.size() - before, table.freshCount());
    }

    private static void check(RowTable table, Map<List<Object>, Integer> reference, List<List<Object>> rows) {
        int[] numbers = new int[rows.size()];
        table.findAll(RandomRows.rows(SCHEMA, rows).columns(), rows.size(), numbers);
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(reference.getOrDefault(rows.get(i), RowTable.NONE), numbers[i]);
        }
        int[] known = reference.values().stream().mapToInt(Integer::intValue).toArray();
        List<Column> gathered = table.gather(known, known.length);
        int at = 0;
        for (List<Object> row : reference.keySet()) {
            for (int column = 0; column < SCHEMA.size(); column++) {
                assertEquals(row.get(column), JavaValues.get(SCHEMA.type(column), gathered.get(column), at));
            }
            at++;
        }
    }

    private static void removeSome(Random random, RowTable table, Map<List<Object>, Integer> reference, int oneOf) {
        int[] removed = new int[reference.size()];
        int count = 0;
        for (Iterator<Integer> numbers = reference.values().iterator(); numbers.hasNext(); ) {
            int number = numbers.next();
            if (random.nextInt(oneOf) == 0) {
                numbers.remove();
                removed[count++] = number;
            }
        }
        if (random.nextBoolean()) {
            table.removeAll(removed, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            table.remove(removed[i]);
        }
    }

    private static List<Column> longs(long... values) {
        return List.of(new LongColumn(values, null, values.length));
    }

    @Test
    void tellsRowsWithEqualHashesApart() {
        RowTable table = open(RandomRows.schema(DataType.BIGINT));
        long[] colliding = collision();
        int[] numbers = new int[3];
        table.addAll(longs(colliding[0], colliding[1], colliding[0]), 3, numbers);
        assertNotEquals(numbers[0], numbers[1]);
        assertEquals(numbers[0], numbers[2]);
        assertEquals(2, table.freshCount());
        table.remove(numbers[0]);
        int[] found = new int[2];
        table.findAll(longs(colliding[0], colliding[1]), 2, found);
        assertEquals(RowTable.NONE, found[0]);
        assertEquals(numbers[1], found[1]);
    }

    /** Two numbers with the same 32 bits of hash: among a million there are some. */
    private static long[] collision() {
        RowColumns columns = new RowColumns(List.of(DataType.BIGINT));
        Map<Integer, Long> seen = new HashMap<>();
        for (long value = 0; value < 1_000_000; value++) {
            int[] hash = new int[1];
            columns.hash(longs(value), 1, new long[1], hash);
            Long other = seen.put(hash[0], value);
            if (other != null) {
                return new long[] {other, value};
            }
        }
        throw new AssertionError("no collision");
    }

    @Test
    void holdsAMillionPatternedKeysAndGivesTheirMemoryBack() {
        RowTable table = open(RandomRows.schema(DataType.BIGINT));
        long empty = table.bytes();
        int[] numbers = new int[1_000];
        for (int i = 0; i < 1_000; i++) {
            long[] keys = new long[1_000];
            for (int j = 0; j < keys.length; j++) {
                keys[j] = (i * 1_000L + j) << 20;
            }
            table.addAll(longs(keys), keys.length, numbers);
            assertEquals(i * 1_000, numbers[0]);
        }
        assertTrue(table.bytes() < 34_000_000, "took " + table.bytes());
        for (int i = 999_999; i >= 0; i--) {
            table.remove(i);
        }
        table.trim();
        assertTrue(table.bytes() < empty + 10_000, "still takes " + table.bytes());
    }

    @Test
    void findsAppendedRowsOnceTheyAreIndexed() {
        Schema schema = RandomRows.schema(DataType.BIGINT, DataType.STRING);
        RowTable table = open(schema);
        Chunk chunk = RandomRows.rows(schema, List.of(Bag.row(1L, "a"), Bag.row(2L, null), Bag.row(1L, "a")));
        int[] numbers = new int[3];
        table.append(chunk.columns(), 3, numbers);
        assertEquals(3, table.size());
        List<String> merged = new ArrayList<>();
        table.index((duplicate, original) -> merged.add(duplicate + " into " + original));
        assertEquals(List.of("2 into 0"), merged);
        int[] found = new int[3];
        table.findAll(chunk.columns(), 3, found);
        assertEquals(List.of(0, 1, 0), List.of(found[0], found[1], found[2]));
        assertEquals(2, table.size());
    }

    @Test
    void countsOneRowWithoutColumns() {
        RowTable table = open(RandomRows.schema());
        int[] numbers = {7, 7};
        table.addAll(List.of(), 2, numbers);
        assertEquals(0, numbers[0]);
        assertEquals(0, numbers[1]);
        assertEquals(1, table.size());
    }
}
