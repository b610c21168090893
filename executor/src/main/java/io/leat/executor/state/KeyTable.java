package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Arrays;

/**
 * Numbers distinct byte strings densely: an open-addressing table from encoded keys to entry numbers.
 *
 * <p>What belongs to a key lies in columns by its number. Numbers of removed keys are given out again, the least first, so
 * whoever keeps columns clears what belonged to a key when he removes it. A slot is one {@code long}, the hash above and
 * the number below, so that a probe mostly touches one cache line; the bytes lie in an arena that is compacted when more
 * than half of it is garbage.
 */
public final class KeyTable implements State {
    /** No entry. */
    public static final int NONE = -1;

    private static final int SLOTS_MIN = 16;
    private static final int LENGTH_BITS = 28;
    private static final int LENGTH_MAX = (1 << LENGTH_BITS) - 1;

    private final RowBytes scratch = new RowBytes();
    private final EntryNumbers numbers = new EntryNumbers();
    private ByteArena arena = new ByteArena();
    private long[] slots = new long[SLOTS_MIN];
    /** Where a key's bytes lie in the arena and, in the lower bits, how many they are: one cache line instead of two. */
    private long[] places = new long[SLOTS_MIN];

    /** How to open it from a store. */
    public static StateKind<KeyTable> kind() {
        return new StateKind<>("key table", KeyTable::new);
    }

    /** The number of a key, or {@link #NONE}. */
    public int find(RowBytes key) {
        int hash = RowBytes.hash(key.bytes(), 0, key.length());
        return numberAt(slots[slotOf(key, hash)]);
    }

    /** The number of a key, a new one if it is new ({@link #size()} has grown then). */
    public int add(RowBytes key) {
        int hash = RowBytes.hash(key.bytes(), 0, key.length());
        int slot = slotOf(key, hash);
        return slots[slot] != 0 ? numberAt(slots[slot]) : insert(key, hash, slot);
    }

    /** The number of each row's key, new ones if they are new. */
    public void addAll(RowCodec codec, Chunk chunk, int[] into) {
        for (int row = 0; row < chunk.size(); row++) {
            codec.encode(chunk, row, scratch);
            into[row] = add(scratch);
        }
    }

    /** The number in a slot, {@link #NONE} for an empty one. */
    private static int numberAt(long slot) {
        return (int) slot - 1;
    }

    private int slotOf(RowBytes key, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !holds(slots[slot], key, hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(long slot, RowBytes key, int hash) {
        if ((int) (slot >>> 32) != hash) {
            return false;
        }
        int number = numberAt(slot);
        int length = length(number);
        int offset = offset(number);
        return length == key.length() && Arrays.equals(bytes(number), offset, offset + length, key.bytes(), 0, length);
    }

    private int insert(RowBytes key, int hash, int slot) {
        if (key.length() > LENGTH_MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "a row of " + key.length() + " bytes exceeds the limit of " + LENGTH_MAX);
        }
        int number = numbers.take();
        if (number >= places.length) {
            places = Arrays.copyOf(places, number * 2);
        }
        places[number] = arena.add(key.bytes(), 0, key.length()) << LENGTH_BITS | key.length();
        slots[slot] = (long) hash << 32 | number + 1;
        if (numbers.count() > slots.length / 8 * 5) {
            rehash(slots.length * 2);
        }
        return number;
    }

    private void rehash(int capacity) {
        long[] old = slots;
        slots = new long[capacity];
        for (long slot : old) {
            if (slot != 0) {
                int place = (int) (slot >>> 32) & capacity - 1;
                while (slots[place] != 0) {
                    place = place + 1 & capacity - 1;
                }
                slots[place] = slot;
            }
        }
    }

    /** Forgets a key; its number may be given to another one from now on. */
    public void remove(int number) {
        int mask = slots.length - 1;
        int slot = RowBytes.hash(bytes(number), offset(number), length(number)) & mask;
        while (numberAt(slots[slot]) != number) {
            slot = slot + 1 & mask;
        }
        closeGap(slot);
        arena.free(length(number));
        numbers.free(number);
        shrink();
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

    private void shrink() {
        if (slots.length > SLOTS_MIN && numbers.count() < slots.length / 8) {
            rehash(slots.length / 2);
        }
        if (places.length > SLOTS_MIN && numbers.limit() < places.length / 4) {
            places = Arrays.copyOf(places, Math.max(SLOTS_MIN, numbers.limit() * 2));
        }
        if (arena.wantsCompaction()) {
            compact();
        }
    }

    private void compact() {
        ByteArena compacted = new ByteArena();
        for (int number = next(0); number != NONE; number = next(number + 1)) {
            int length = length(number);
            places[number] = compacted.add(bytes(number), offset(number), length) << LENGTH_BITS | length;
        }
        arena = compacted;
    }

    /** The least number in use that is not below the given one, or {@link #NONE}. */
    public int next(int from) {
        return numbers.next(from);
    }

    /** One more than the greatest number in use. */
    public int limit() {
        return numbers.limit();
    }

    /** How many keys. */
    public int size() {
        return numbers.count();
    }

    /** The array in which a key's bytes lie; valid until a key is added or removed. */
    public byte[] bytes(int number) {
        return arena.page(places[number] >>> LENGTH_BITS);
    }

    /** Where in its array a key's bytes begin. */
    public int offset(int number) {
        return arena.offset(places[number] >>> LENGTH_BITS);
    }

    /** How long a key is in bytes. */
    public int length(int number) {
        return (int) places[number] & LENGTH_MAX;
    }

    /** Adds a key's values to the builder's columns from the given one on; ending the row is left to the caller. */
    public void decode(int number, RowCodec codec, ChunkBuilder into, int firstColumn) {
        codec.decode(bytes(number), offset(number), into, firstColumn);
    }

    /** Slots follow from the keys, and are made again. */
    @Override
    public void archive(StateArchive archive) {
        numbers.archive(archive);
        arena.archive(archive);
        places = archive.longs(places);
        if (archive.isRestoring()) {
            fillSlots();
        }
    }

    private void fillSlots() {
        int capacity = SLOTS_MIN;
        while (numbers.count() > capacity / 8 * 5) {
            capacity *= 2;
        }
        slots = new long[capacity];
        for (int number = next(0); number != NONE; number = next(number + 1)) {
            int hash = RowBytes.hash(bytes(number), offset(number), length(number));
            int place = hash & capacity - 1;
            while (slots[place] != 0) {
                place = place + 1 & capacity - 1;
            }
            slots[place] = (long) hash << 32 | number + 1;
        }
    }

    @Override
    public long rows() {
        return size();
    }

    @Override
    public long bytes() {
        return numbers.bytes() + arena.bytes() + (long) slots.length * Long.BYTES + (long) places.length * Long.BYTES;
    }
}
