package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAHashMapOverARandomHistory(long seed) {
        Random random = new Random(seed);
        KeyTable table = new KeyTable();
        Map<String, Integer> reference = new HashMap<>();
        int distinct = 50 << random.nextInt(8);
        for (int i = 0; i < 30_000; i++) {
            String key = key(random.nextInt(distinct));
            boolean growing = i / 5_000 % 2 == 0;
            if (random.nextInt(10) < (growing ? 7 : 3)) {
                int number = table.add(RandomRows.key(key));
                Integer before = reference.putIfAbsent(key, number);
                assertEquals(before == null ? number : before, number);
            } else if (reference.containsKey(key)) {
                table.remove(reference.remove(key));
            }
            assertEquals(reference.size(), table.size());
        }
        checkAll(table, reference, distinct);
    }

    private static String key(int i) {
        return i % 7 == 0 ? "" + i : "a longer key, number " + i + "x".repeat(i % 50);
    }

    private static void checkAll(KeyTable table, Map<String, Integer> reference, int distinct) {
        for (int i = 0; i < distinct; i++) {
            String key = key(i);
            assertEquals(reference.getOrDefault(key, KeyTable.NONE), table.find(RandomRows.key(key)));
        }
        Set<Integer> numbers = new HashSet<>();
        for (int number = table.next(0); number != KeyTable.NONE; number = table.next(number + 1)) {
            numbers.add(number);
        }
        assertEquals(new HashSet<>(reference.values()), numbers);
        reference.forEach((key, number) -> assertArrayEquals(
                key.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(
                        table.bytes(number), table.offset(number), table.offset(number) + table.length(number))));
    }

    @Test
    void holdsAMillionKeysAndGivesTheirMemoryBack() {
        KeyTable table = new KeyTable();
        long empty = table.bytes();
        RowBytes key = new RowBytes();
        for (long i = 0; i < 1_000_000; i++) {
            key.clear().putLong(i * 1_000);
            assertEquals(i, table.add(key));
        }
        assertTrue(table.bytes() < 64_000_000, "took " + table.bytes());
        for (int i = 999_999; i >= 0; i--) {
            table.remove(i);
        }
        assertTrue(table.bytes() < empty + 10_000, "still takes " + table.bytes());
    }

    @Test
    void compactsTheArenaWhenMostOfItIsGarbage() {
        KeyTable table = new KeyTable();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(table.add(RandomRows.key("k" + i + "-".repeat(500))));
        }
        long full = table.bytes();
        for (int i = 0; i < 10_000; i++) {
            if (i % 10 != 0) {
                table.remove(numbers.get(i));
            }
        }
        assertTrue(table.bytes() < full / 2, table.bytes() + " of " + full);
        assertEquals(numbers.get(5_000), table.find(RandomRows.key("k5000" + "-".repeat(500))));
    }

    @Test
    void takesKeysOfAnyLength() {
        KeyTable table = new KeyTable();
        String huge = "h".repeat(3 << 20);
        int none = table.add(RandomRows.key(""));
        int first = table.add(RandomRows.key(huge));
        int second = table.add(RandomRows.key("after"));
        int third = table.add(RandomRows.key(huge + "!"));
        assertEquals(4, table.size());
        assertEquals(none, table.find(RandomRows.key("")));
        assertEquals(first, table.find(RandomRows.key(huge)));
        assertEquals(second, table.find(RandomRows.key("after")));
        assertEquals(third, table.find(RandomRows.key(huge + "!")));
    }

    @Test
    void givesTheLeastFreeNumberAgain() {
        KeyTable table = new KeyTable();
        for (int i = 0; i < 100; i++) {
            table.add(RandomRows.key("k" + i));
        }
        table.remove(70);
        table.remove(3);
        assertEquals(3, table.add(RandomRows.key("new")));
        assertEquals(70, table.add(RandomRows.key("newer")));
        assertEquals(100, table.add(RandomRows.key("newest")));
    }
}
