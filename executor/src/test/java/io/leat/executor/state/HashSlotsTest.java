package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashSlotsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 200, 5_000, 100_000})
    void whatIsFilledAtOnceIsFoundAndRemovedLikeWhatWasAdded(int size) {
        Random random = new Random(size);
        int[] hashes = random.ints(size).toArray();
        long[] entries = new long[size + 3];
        for (int number = 0; number < size; number++) {
            hashes[number] = number % 7 == 0 ? hashes[number / 2] : hashes[number];
            entries[number] = HashSlots.entry(hashes[number], number);
        }
        HashSlots slots = new HashSlots(size);
        slots.fill(entries, size);
        assertEquals(size, slots.count());
        for (int number = 0; number < size; number++) {
            slots.remove(hashes[number], number);
            slots.add(hashes[number], number);
            assertEquals(hashes[number], hashes[slots.find(hashes[number])]);
        }
        for (int number = 0; number < size; number++) {
            slots.remove(hashes[number], number);
        }
        assertEquals(0, slots.count());
        for (int hash : hashes) {
            assertEquals(HashSlots.NONE, slots.find(hash));
        }
    }
}
