package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.plan.Closing;
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

class TimeBucketsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void closesExactlyWhatTheRuleSays(long seed) {
        Random random = new Random(seed);
        Closing closing = new Closing(0, random.nextInt(3));
        TimeBuckets buckets = new TimeBuckets();
        Map<Integer, Long> reference = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            int number = random.nextInt(300);
            if (reference.containsKey(number)) {
                buckets.remove(number);
                reference.remove(number);
            } else {
                long time = i / 10 + random.nextInt(50);
                buckets.add(number, time);
                reference.put(number, time);
            }
            if (random.nextInt(20) == 0) {
                checkClose(closing, i / 10, buckets, reference);
            }
            assertEquals(reference.size(), buckets.rows());
        }
    }

    private static void checkClose(Closing closing, long watermark, TimeBuckets buckets, Map<Integer, Long> reference) {
        Set<Integer> expected = new HashSet<>();
        reference.forEach((number, time) -> {
            if (closing.isClosed(time, watermark)) {
                expected.add(number);
            }
        });
        Set<Integer> closed = new HashSet<>();
        buckets.closeTogether(closing, watermark, (int) (watermark % 7), (numbers, count) -> {
            assertTrue(count <= watermark % 7);
            Arrays.stream(numbers, 0, count).forEach(closed::add);
        });
        buckets.close(closing, watermark, number -> assertTrue(closed.add(number), "closed twice"));
        assertEquals(expected, closed);
        reference.keySet().removeAll(expected);
    }

    @Test
    void closesEarliestTimesFirstAndThoseWithoutATimeAtTheEndOnly() {
        Closing closing = new Closing(0, 0);
        TimeBuckets buckets = new TimeBuckets();
        buckets.add(1, 30);
        buckets.add(2, -10);
        buckets.add(3, TimeBuckets.NEVER);
        List<Integer> closed = new ArrayList<>();
        buckets.close(closing, Long.MIN_VALUE, closed::add);
        assertEquals(List.of(), closed);
        buckets.close(closing, 1_000, closed::add);
        assertEquals(List.of(2, 1), closed);
        buckets.close(closing, Long.MAX_VALUE, closed::add);
        assertEquals(List.of(2, 1, 3), closed);
    }

    @Test
    void closesAFewOfATimeAndTheOthersLater() {
        Closing closing = new Closing(0, 0);
        TimeBuckets buckets = new TimeBuckets();
        for (int number = 0; number < 6; number++) {
            buckets.add(number, number < 2 ? 1 : 2);
        }
        List<Integer> closed = new ArrayList<>();
        for (int most : new int[] {0, 3, 1}) {
            buckets.closeTogether(
                    closing,
                    5,
                    most,
                    (numbers, count) -> Arrays.stream(numbers, 0, count).forEach(closed::add));
        }
        assertEquals(List.of(1, 0, 5, 4), closed);
        buckets.remove(3);
        assertEquals(1, buckets.rows());
        buckets.closeTogether(closing, 5, 9, (numbers, count) -> closed.add(numbers[0]));
        assertEquals(List.of(1, 0, 5, 4, 2), closed);
    }

    @Test
    void timesThatNothingHasAnyMoreTakeNoMemory() {
        TimeBuckets buckets = new TimeBuckets();
        for (int i = 0; i < 200_000; i++) {
            buckets.add(i % 10, i * 1_000L);
            if (i >= 9) {
                buckets.remove((i + 1) % 10);
            }
        }
        assertEquals(9, buckets.rows());
        assertTrue(buckets.bytes() < 5_000, "still takes " + buckets.bytes());
        List<Integer> closed = new ArrayList<>();
        buckets.close(new Closing(0, 0), 199_995_000, closed::add);
        assertEquals(List.of(1, 2, 3, 4, 5), closed);
    }
}
