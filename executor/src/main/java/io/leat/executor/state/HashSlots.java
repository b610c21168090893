package io.leat.executor.state;

/** Open addressing from hashes to numbers: a slot is one {@code long}, the hash above and the number plus 1 below. */
final class HashSlots {
    static final int NONE = -1;

    private static final int SLOTS_MIN = 16;
    /** In how many parts a table is filled, as a power of 2. */
    private static final int PART_BITS = 8;

    /** Going over this many slots costs about what it does to remove one number alone. */
    private static final int BULK_SHARE = 16;

    private long[] slots;
    private int count;

    /** No slots are taken. */
    HashSlots() {
        this(0);
    }

    /** As {@link #HashSlots()}, with room for so many numbers. */
    HashSlots(int expected) {
        int capacity = SLOTS_MIN;
        while (expected > capacity / 8 * 5) {
            capacity *= 2;
        }
        slots = new long[capacity];
    }

    /**
     * Adds many numbers to empty slots, in the order of their slots: what is written one after the other then lies close
     * together, which is several times as fast as jumping about in a large table.
     *
     * @param entries the hash of each above, and the number plus 1 below; what is behind {@code length} does not count
     */
    void fill(long[] entries, int length) {
        count = length;
        int shift = Math.max(0, Integer.numberOfTrailingZeros(slots.length) - PART_BITS);
        int[] ends = ends(entries, length, shift);
        long[] ordered = new long[length];
        for (int i = length - 1; i >= 0; i--) {
            ordered[--ends[part(entries[i], shift)]] = entries[i];
        }
        for (long entry : ordered) {
            put(entry);
        }
    }

    /** Where the entries of each part of the slots end when they are in order. */
    private int[] ends(long[] entries, int length, int shift) {
        int[] ends = new int[(slots.length - 1 >> shift) + 1];
        for (int i = 0; i < length; i++) {
            ends[part(entries[i], shift)]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        return ends;
    }

    private int part(long entry, int shift) {
        return ((int) (entry >>> 32) & slots.length - 1) >> shift;
    }

    /** What stands in a slot for a number. */
    static long entry(int hash, int number) {
        return (long) hash << 32 | number + 1;
    }

    /** The first number of a hash, or {@link #NONE}. */
    int find(int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        long entry = slots[slot];
        while (entry != 0 && (int) (entry >>> 32) != hash) {
            slot = slot + 1 & mask;
            entry = slots[slot];
        }
        return (int) entry - 1;
    }

    /**
     * Reads the slots where the searches for hashes begin. None of these reads waits for another, so that slots of a large
     * table are near the processor when they are searched next.
     *
     * @param into where what stands in them is put; it is of no further use
     */
    void fetch(int[] hashes, int count, long[] into) {
        int mask = slots.length - 1;
        for (int i = 0; i < count; i++) {
            into[i] = slots[hashes[i] & mask];
        }
    }

    /** The slot where the search for a hash begins. */
    int firstSlot(int hash) {
        return hash & slots.length - 1;
    }

    /** The slot after another one. */
    int nextSlot(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /** Whether a slot is empty, which ends a search. */
    boolean isEmpty(int slot) {
        return slots[slot] == 0;
    }

    /** The number in a slot if it has the hash, or {@link #NONE}. */
    int at(int slot, int hash) {
        return (int) (slots[slot] >>> 32) == hash ? (int) slots[slot] - 1 : NONE;
    }

    /** Adds a number that is not here. */
    void add(int hash, int number) {
        if (++count > slots.length / 8 * 5) {
            resize(slots.length * 2);
        }
        put(entry(hash, number));
    }

    private void put(long entry) {
        int mask = slots.length - 1;
        int slot = (int) (entry >>> 32) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = entry;
    }

    /** Removes a number that is here. */
    void remove(int hash, int number) {
        int mask = slots.length - 1;
        long entry = entry(hash, number);
        int slot = hash & mask;
        while (slots[slot] != entry) {
            slot = slot + 1 & mask;
        }
        closeGap(slot);
        if (--count < slots.length / 8 && slots.length > SLOTS_MIN) {
            resize(slots.length / 2);
        }
    }

    /** Empties a slot and moves those behind it forward that would no longer be found. */
    private void closeGap(int start) {
        int mask = slots.length - 1;
        int gap = start;
        for (int next = gap + 1 & mask; slots[next] != 0; next = next + 1 & mask) {
            int home = (int) (slots[next] >>> 32) & mask;
            if ((next - home & mask) >= (next - gap & mask)) {
                slots[gap] = slots[next];
                gap = next;
            }
        }
        slots[gap] = 0;
    }

    private void resize(int capacity) {
        long[] old = slots;
        slots = new long[capacity];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    /** Whether removing so many numbers costs less all at once than one by one. */
    boolean isMany(int removed) {
        return removed >= slots.length / BULK_SHARE;
    }

    /** Removes the numbers that are not taken any more: goes over all slots once, in their order. */
    void keepOnly(EntryNumbers taken) {
        long[] old = slots;
        count = taken.count();
        int capacity = old.length;
        while (capacity > SLOTS_MIN && count < capacity / 8) {
            capacity /= 2;
        }
        slots = new long[capacity];
        for (long entry : old) {
            if (entry != 0 && taken.isLive((int) entry - 1)) {
                put(entry);
            }
        }
    }

    /** How many numbers are here. */
    int count() {
        return count;
    }

    long bytes() {
        return (long) slots.length * Long.BYTES;
    }
}
