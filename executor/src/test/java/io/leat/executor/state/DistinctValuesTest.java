package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {
    private static final int FILTERS = 3;

    private record Value(int group, long value, int filter) {}

    @ParameterizedTest(name = "grows {0}")
    @ValueSource(booleans = {true, false})
    void agreesWithAMapOfCounts(boolean grows) {
        Random random = new Random(7);
        DistinctValues values = open(grows);
        Map<Value, Long> reference = new HashMap<>();
        for (int step = 0; step < 500; step++) {
            change(random, values, reference, grows);
            if (random.nextInt(10) == 0) {
                int group = random.nextInt(5);
                values.clear(group);
                reference.keySet().removeIf(value -> value.group == group);
            }
            values.trim(5);
            if (step % 4 == 3) {
                DistinctValues restored = open(grows);
                MemoryArchive.of(values).restore(restored);
                values = restored;
            }
            long held = reference.keySet().stream()
                    .map(v -> v.group * 100 + v.value)
                    .distinct()
                    .count();
            assertEquals(held, values.rows());
        }
        for (int group = 0; group < 5; group++) {
            values.clear(group);
        }
        assertEquals(0, values.rows());
        values.trim(0);
        assertTrue(values.bytes() < 5_000, "still takes " + values.bytes());
    }

    private static DistinctValues open(boolean grows) {
        return DistinctValues.kind(List.of(DataType.BIGINT), FILTERS, grows)
                .create()
                .get();
    }

    private static void change(Random random, DistinctValues values, Map<Value, Long> reference, boolean grows) {
        int count = 1 + random.nextInt(40);
        int[] groups = new int[count];
        long[] column = new long[count];
        for (int i = 0; i < count; i++) {
            groups[i] = random.nextInt(5);
            column[i] = random.nextInt(20);
        }
        Column arguments = new LongColumn(column, null, count);
        int[] numbers = values.addAll(groups, List.of(arguments), count);
        for (int i = 0; i < count; i++) {
            // every row passes one filter at least, as the caller promises
            for (int filter = 0; filter <= random.nextInt(FILTERS); filter++) {
                long weight = grows || random.nextBoolean() ? 1 : -1;
                Value value = new Value(groups[i], column[i], filter);
                long before = reference.getOrDefault(value, 0L);
                put(reference, value, before + weight);
                int expected = before + weight > 0 == before > 0 ? 0 : weight > 0 ? 1 : -1;
                assertEquals(expected, values.add(numbers[i], filter, weight));
            }
        }
        values.settle(groups, numbers, count);
    }

    private static void put(Map<Value, Long> reference, Value value, long weight) {
        if (weight == 0) {
            reference.remove(value);
        } else {
            reference.put(value, weight);
        }
    }
}
