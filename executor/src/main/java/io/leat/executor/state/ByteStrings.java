package io.leat.executor.state;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Arrays;

/** Byte strings by number, in an arena that is compacted when more than half of it is garbage. */
final class ByteStrings implements Archivable {
    private static final int LENGTH_BITS = 28;
    private static final int LENGTH_MAX = (1 << LENGTH_BITS) - 1;

    private ByteArena arena = new ByteArena();
    /** Where a string lies in the arena plus 1, and in the lower bits how long it is; 0 for none. */
    private final PagedLongs places = new PagedLongs();

    /** Makes room for numbers below a limit. */
    void reserve(int limit) {
        places.reserve(limit);
    }

    /** Stores a copy under a number that has none; room must have been made. */
    void set(int number, byte[] source, int offset, int length) {
        if (length > LENGTH_MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "a value of " + length + " bytes exceeds the limit of " + LENGTH_MAX);
        }
        places.set(number, arena.add(source, offset, length) + 1 << LENGTH_BITS | length);
    }

    /** The array in which a string lies; valid until one is set or removed. */
    byte[] bytes(int number) {
        return arena.page(address(places.get(number)));
    }

    /** Where in its array a string begins. */
    int offset(int number) {
        return arena.offset(address(places.get(number)));
    }

    int length(int number) {
        return length(places.get(number));
    }

    private static long address(long place) {
        return (place >>> LENGTH_BITS) - 1;
    }

    private static int length(long place) {
        return (int) place & LENGTH_MAX;
    }

    /**
     * Copies the strings of some numbers one behind the other.
     *
     * @param offsets where each begins, and where the last one ends, is written there
     */
    byte[] copy(int[] numbers, int count, int[] offsets) {
        long[] found = new long[count];
        int total = 0;
        for (int i = 0; i < count; i++) {
            found[i] = places.get(numbers[i]);
            total = Math.addExact(total, length(found[i]));
            offsets[i + 1] = total;
        }
        byte[] copied = new byte[total];
        for (int i = 0; i < count; i++) {
            int length = length(found[i]);
            if (length > 0) {
                long address = address(found[i]);
                System.arraycopy(arena.page(address), arena.offset(address), copied, offsets[i], length);
            }
        }
        return copied;
    }

    int hash(int number) {
        return RowBytes.hash(bytes(number), offset(number), length(number));
    }

    /** Mixes the strings of neighbouring numbers into hashes; nothing for numbers that have none. */
    void hash(int from, int count, long[] hashes) {
        for (int i = 0; i < count; i++) {
            if (has(from + i)) {
                hashes[i] = ValueColumn.mix(hashes[i], hash(from + i));
            }
        }
    }

    boolean equals(int number, byte[] other, int from, int to) {
        long place = places.get(number);
        int length = length(place);
        if (length != to - from) {
            return false;
        }
        long address = address(place);
        int offset = arena.offset(address);
        return Arrays.equals(arena.page(address), offset, offset + length, other, from, to);
    }

    /** Whether a number has a string. */
    boolean has(int number) {
        return places.get(number) != 0;
    }

    /** Removes the string of a number, if it has one. */
    void remove(int number) {
        if (has(number)) {
            arena.free(length(number));
            places.set(number, 0);
        }
    }

    /** Gives memory back; all numbers that have a string are below the limit. */
    void trim(int limit) {
        places.trim(limit);
        if (arena.wantsCompaction()) {
            compact();
        }
    }

    private void compact() {
        ByteArena compacted = new ByteArena();
        for (int number = 0; number < places.capacity(); number++) {
            if (has(number)) {
                int length = length(number);
                places.set(number, compacted.add(bytes(number), offset(number), length) + 1 << LENGTH_BITS | length);
            }
        }
        arena = compacted;
    }

    @Override
    public void archive(StateArchive archive) {
        arena.archive(archive);
        places.archive(archive);
    }

    long memory() {
        return arena.bytes() + places.bytes();
    }
}
