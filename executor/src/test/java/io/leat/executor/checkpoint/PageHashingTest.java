package io.leat.executor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageHashingTest {
    private final PageHashing hashing = new PageHashing(new UUID(1, 2));

    @Test
    void everyBitCounts() {
        for (int length = 0; length < 150; length++) {
            byte[] page = new byte[length];
            Set<Long> halves = new HashSet<>();
            Set<PageHash> hashes = new HashSet<>();
            hashes.add(hashing.of(page, 0, length));
            for (int bit = 0; bit < length * 8; bit++) {
                page[bit / 8] ^= (byte) (1 << bit % 8);
                PageHash hash = hashing.of(page, 0, length);
                hashes.add(hash);
                halves.add(hash.low());
                halves.add(hash.high());
                page[bit / 8] ^= (byte) (1 << bit % 8);
            }
            assertEquals(length * 8 + 1, hashes.size());
            assertEquals(length * 16, halves.size());
        }
    }

    @Test
    void aChangeOfOneBitChangesHalfOfAll() {
        Random random = new Random(3);
        byte[] page = new byte[1 << 12];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(page);
            PageHash before = hashing.of(page, 0, page.length);
            page[random.nextInt(page.length)] ^= (byte) (1 << random.nextInt(8));
            PageHash after = hashing.of(page, 0, page.length);
            int changed = Long.bitCount(before.high() ^ after.high()) + Long.bitCount(before.low() ^ after.low());
            assertTrue(changed > 20 && changed < 108, () -> changed + " bits");
        }
    }

    @Test
    void placeAndDatabaseDoNotMatterAndMatter() {
        byte[] page = new byte[300];
        new Random(1).nextBytes(page);
        byte[] moved = new byte[317];
        System.arraycopy(page, 0, moved, 17, 300);
        assertEquals(hashing.of(page, 0, 300), hashing.of(moved, 17, 300));
        assertNotEquals(hashing.of(page, 0, 300), new PageHashing(new UUID(1, 3)).of(page, 0, 300));
        assertNotEquals(hashing.of(new byte[64], 0, 64), hashing.of(new byte[65], 0, 65));
    }
}
