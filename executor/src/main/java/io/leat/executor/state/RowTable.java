package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.type.DataType;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers distinct rows (or keys) densely: an open-addressing table over rows that lie as columns by number.
 *
 * <p>A chunk is hashed column by column, all its rows are probed by hash, and only then their values are compared, again
 * column by column: neighbouring rows do not wait for each other's cache misses, and no row is encoded. Numbers of removed
 * rows are given out again, the least first, so whoever keeps columns of his own by number clears what belonged to a row
 * when he removes it. NULLs are equal here. Rows may also be {@linkplain #append appended} without being looked for; then
 * no slots are kept until {@link #index} makes them.
 */
public final class RowTable implements State {
    /** No row. */
    public static final int NONE = -1;

    private static final int HASHED_TOGETHER = 2_048;

    private final RowColumns rows;
    private final EntryNumbers numbers = new EntryNumbers();
    private HashSlots slots = new HashSlots();

    // Of use within one call only.
    private long[] words = new long[0];
    private int[] hashes = new int[0];
    private int[] freshRows = new int[0];
    private int[] freshNumbers = new int[0];
    private boolean[] different = new boolean[0];
    private int freshCount;

    private RowTable(List<DataType> types) {
        this.rows = new RowColumns(types);
    }

    /** How to open it from a store. */
    public static StateKind<RowTable> kind(List<DataType> types) {
        return new StateKind<>("row table", () -> new RowTable(types));
    }

    /** The number of each row, new ones if they are new. */
    public void addAll(List<Column> values, int count, int[] into) {
        hash(values, count);
        freshCount = 0;
        for (int row = 0; row < count; row++) {
            int number = slots.find(hashes[row]);
            into[row] = number == NONE ? insert(row) : number;
        }
        rows.store(freshNumbers, values, freshRows, freshCount, numbers.limit());
        if (markDifferent(into, values, count)) {
            for (int row = 0; row < count; row++) {
                if (different[row]) {
                    into[row] = addCollided(values, row);
                    different[row] = false;
                }
            }
        }
    }

    /** The number of each row, {@link #NONE} for those that are not here. */
    public void findAll(List<Column> values, int count, int[] into) {
        hash(values, count);
        for (int row = 0; row < count; row++) {
            into[row] = slots.find(hashes[row]);
        }
        if (markDifferent(into, values, count)) {
            for (int row = 0; row < count; row++) {
                if (different[row]) {
                    into[row] = findCollided(values, row);
                    different[row] = false;
                }
            }
        }
    }

    /** Adds rows without looking whether they are here already, which needs a table without an index. */
    public void append(List<Column> values, int count, int[] into) {
        reserve(count);
        for (int row = 0; row < count; row++) {
            into[row] = numbers.take();
            freshRows[row] = row;
        }
        rows.store(into, values, freshRows, count, numbers.limit());
    }

    /** How the row that was added by {@link #addAll} at a place of the new ones stands in the chunk. */
    public int freshRow(int place) {
        return freshRows[place];
    }

    /** How many rows the last {@link #addAll} found new; those that collided are the last ones. */
    public int freshCount() {
        return freshCount;
    }

    private void hash(List<Column> values, int count) {
        reserve(count);
        rows.hash(values, count, words, hashes);
        slots.fetch(hashes, count, words);
    }

    private void reserve(int count) {
        if (hashes.length < count) {
            words = new long[count];
            hashes = new int[count];
            freshRows = new int[count];
            freshNumbers = new int[count];
            different = new boolean[count];
        }
    }

    private int insert(int row) {
        int number = numbers.take();
        slots.add(hashes[row], number);
        freshRows[freshCount] = row;
        freshNumbers[freshCount++] = number;
        return number;
    }

    private boolean markDifferent(int[] found, List<Column> values, int count) {
        return rows.markDifferent(found, values, count, different);
    }

    private int findCollided(List<Column> values, int row) {
        int hash = hashes[row];
        for (int slot = slots.firstSlot(hash); !slots.isEmpty(slot); slot = slots.nextSlot(slot)) {
            int number = slots.at(slot, hash);
            if (number != NONE && rows.isEqual(number, values, row)) {
                return number;
            }
        }
        return NONE;
    }

    private int addCollided(List<Column> values, int row) {
        int number = findCollided(values, row);
        if (number != NONE) {
            return number;
        }
        int place = freshCount;
        int added = insert(row);
        rows.store(new int[] {added}, values, Arrays.copyOfRange(freshRows, place, place + 1), 1, numbers.limit());
        return added;
    }

    /** Called for a row that is equal to an earlier one. */
    @FunctionalInterface
    public interface DuplicateRows {

        /** What belongs to the duplicate is to be added to the original; the duplicate is removed right after. */
        void merge(int duplicate, int original);
    }

    /** Makes the slots of a table to which rows were appended, so that rows can be looked for from now on. */
    public void index(DuplicateRows duplicates) {
        slots = new HashSlots();
        for (int number = next(0); number != NONE; number = next(number + 1)) {
            int hash = rows.hash(number);
            int original = findSame(number, hash);
            if (original == NONE) {
                slots.add(hash, number);
            } else {
                duplicates.merge(number, original);
                forget(number);
            }
        }
    }

    private int findSame(int row, int hash) {
        for (int slot = slots.firstSlot(hash); !slots.isEmpty(slot); slot = slots.nextSlot(slot)) {
            int number = slots.at(slot, hash);
            if (number != NONE && rows.isSame(number, row)) {
                return number;
            }
        }
        return NONE;
    }

    /** Forgets a row of a table with an index; its number may be given to another one from now on. */
    public void remove(int number) {
        slots.remove(rows.hash(number), number);
        forget(number);
    }

    /** Forgets rows of a table with an index, as {@link #remove} does, each once. */
    public void removeAll(int[] removed, int count) {
        if (!slots.isMany(count)) {
            for (int i = 0; i < count; i++) {
                remove(removed[i]);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            forget(removed[i]);
        }
        slots.keepOnly(numbers);
    }

    /** Forgets a row of a table without an index. */
    public void removeAppended(int number) {
        forget(number);
    }

    private void forget(int number) {
        rows.forget(number);
        numbers.free(number);
    }

    /** Gives back memory that is no longer used. */
    public void trim() {
        rows.trim(numbers.limit());
    }

    /** The values of one column in some rows, in the order given. */
    public Column gather(int column, int[] rowNumbers, int count) {
        return rows.gather(column, rowNumbers, count);
    }

    /** Some rows, in the order given. */
    public List<Column> gather(int[] rowNumbers, int count) {
        return rows.gather(rowNumbers, count);
    }

    /** The least number in use that is not below the given one, or {@link #NONE}. */
    public int next(int from) {
        return numbers.next(from);
    }

    /** One more than the greatest number in use. */
    public int limit() {
        return numbers.limit();
    }

    /** How many rows. */
    public int size() {
        return numbers.count();
    }

    /** Slots follow from the rows, and are made again. */
    @Override
    public void archive(StateArchive archive) {
        boolean isIndexed = archive.flag(slots.count() == numbers.count());
        numbers.archive(archive);
        rows.archive(archive);
        if (archive.isRestoring()) {
            slots = new HashSlots(isIndexed ? numbers.count() : 0);
            if (isIndexed) {
                fillSlots();
            }
        }
    }

    private void fillSlots() {
        long[] entries = new long[numbers.count()];
        long[] some = new long[HASHED_TOGETHER];
        int[] found = new int[HASHED_TOGETHER];
        int count = 0;
        for (int from = 0; from < limit(); from += HASHED_TOGETHER) {
            int end = Math.min(limit(), from + HASHED_TOGETHER);
            rows.hash(from, end - from, some, found);
            for (int number = next(from); number != NONE && number < end; number = next(number + 1)) {
                entries[count++] = HashSlots.entry(found[number - from], number);
            }
        }
        slots.fill(entries, count);
    }

    @Override
    public long rows() {
        return size();
    }

    @Override
    public long bytes() {
        return rows.bytes() + slots.bytes() + numbers.bytes();
    }
}
