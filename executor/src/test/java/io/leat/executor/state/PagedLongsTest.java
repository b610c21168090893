package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PagedLongsTest {
    private final PagedLongs longs = new PagedLongs();
    private final PagedInts ints = new PagedInts();

    @Test
    void holdsWhatWasSetBelowTheLimitToWhichItIsTrimmed() {
        Random random = new Random(5);
        long[] expected = new long[200_000];
        for (int round = 0; round < 60; round++) {
            int limit = 1 + random.nextInt(round % 3 == 0 ? 100 : expected.length);
            for (int i = 0; i < 2_000; i++) {
                int number = random.nextInt(limit);
                expected[number] = random.nextInt(5);
                longs.set(number, expected[number]);
                ints.set(number, (int) expected[number]);
            }
            int kept = random.nextInt(limit);
            for (int number = kept; number < expected.length; number++) {
                expected[number] = 0;
                longs.set(number, 0);
                ints.set(number, 0);
            }
            longs.trim(kept);
            ints.trim(kept);
            for (int number = 0; number < expected.length; number++) {
                assertEquals(expected[number], longs.get(number));
                assertEquals(expected[number], ints.get(number));
            }
        }
    }

    @Test
    void leavesNoRoomForAsMuchAgainAndGivesMemoryBack() {
        for (int number = 0; number < 1_000_000; number++) {
            longs.set(number, number);
            ints.set(number, number);
        }
        assertTrue(longs.bytes() < 8_100_000, "takes " + longs.bytes());
        assertTrue(ints.bytes() < 4_100_000, "takes " + ints.bytes());
        longs.trim(3);
        ints.trim(3);
        assertTrue(longs.bytes() + ints.bytes() < 1_000, "still takes " + longs.bytes() + " and " + ints.bytes());
        assertEquals(2, longs.get(2));
        assertEquals(2, ints.get(2));
    }
}
