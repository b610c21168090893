package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import java.util.Arrays;

/**
 * The values that one column has in remembered rows, by row number. Whoever owns it says which numbers are in use; a number
 * that is not holds nothing.
 *
 * <p>All work is done for many rows at once, so that which class it is costs one call a chunk. Values that SQL calls equal
 * have equal hashes, and a hash is the same whether it is taken of a chunk's row or of a remembered one.
 */
abstract sealed class ValueColumn implements Archivable permits LongValueColumn, BytesValueColumn, ObjectValueColumn {
    private static final long NULL_WORD = 0x5851F42D4C957F2DL;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int SHIFT = 29;

    /** The bits that are set for numbers whose value is NULL; null as long as none ever was. */
    private long[] nulls;

    static ValueColumn of(DataType type) {
        return switch (type.layout()) {
            case LONG -> new LongValueColumn(false);
            case DOUBLE -> new LongValueColumn(true);
            case BYTES -> new BytesValueColumn();
            case OBJECT -> new ObjectValueColumn(type);
        };
    }

    /** Mixes a word into a hash. */
    static long mix(long hash, long word) {
        long mixed = (hash ^ word) * MIX;
        return mixed ^ mixed >>> SHIFT;
    }

    /** Mixes the values of a chunk's rows into their hashes. */
    final void hash(Column values, int count, long[] hashes) {
        if (values.validity() == null) {
            hashAll(values, count, hashes);
            return;
        }
        long[] before = Arrays.copyOf(hashes, count);
        hashAll(values, count, hashes);
        for (int i = 0; i < count; i++) {
            if (values.isNull(i)) {
                hashes[i] = mix(before[i], NULL_WORD);
            }
        }
    }

    /** Mixes the value of a number into a hash. */
    final long hash(int number, long hash) {
        return mix(hash, isNull(number) ? NULL_WORD : word(number));
    }

    /** Mixes the values of neighbouring numbers into hashes; those of numbers without a value mean nothing. */
    final void hash(int from, int count, long[] hashes) {
        long[] before = nulls == null ? null : Arrays.copyOf(hashes, count);
        hashNumbers(from, count, hashes);
        for (int i = 0; before != null && i < count; i++) {
            if (isNull(from + i)) {
                hashes[i] = mix(before[i], NULL_WORD);
            }
        }
    }

    /** Stores the values of some of a chunk's rows under numbers that hold nothing. */
    final void store(int[] numbers, Column values, int[] rows, int count, int limit) {
        storeAll(numbers, values, rows, count, limit);
        if (values.validity() != null) {
            for (int i = 0; i < count; i++) {
                if (values.isNull(rows[i])) {
                    setNull(numbers[i], limit);
                }
            }
        }
    }

    private void setNull(int number, int limit) {
        int words = Validity.words(limit);
        if (nulls == null) {
            nulls = new long[words];
        } else if (nulls.length < words) {
            nulls = Arrays.copyOf(nulls, Math.max(words, nulls.length * 2));
        }
        Validity.set(nulls, number);
    }

    /** Marks the rows of a chunk whose values differ from those of numbers, of which some may be below 0; whether there is one. */
    final boolean markDifferent(int[] numbers, Column values, int count, boolean[] different) {
        if (nulls == null && values.validity() == null) {
            return markDifferentValues(numbers, values, count, different);
        }
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && !isEqual(numbers[i], values, i)) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    /** Whether a number and a chunk's row have the same value, or both NULL. */
    final boolean isEqual(int number, Column values, int row) {
        boolean nothing = values.isNull(row);
        return isNull(number) == nothing && (nothing || equalsValue(number, values, row));
    }

    /** Whether two numbers have the same value, or both NULL. */
    final boolean isSame(int first, int second) {
        return isNull(first) == isNull(second) && (isNull(first) || sameValue(first, second));
    }

    /** The values of some numbers, in their order. */
    final Column gather(int[] numbers, int count) {
        return gatherAll(numbers, count, validity(numbers, count));
    }

    private long[] validity(int[] numbers, int count) {
        long[] bits = null;
        for (int i = 0; nulls != null && i < count; i++) {
            if (isNull(numbers[i])) {
                bits = bits == null ? Validity.allValid(count) : bits;
                Validity.clear(bits, i);
            }
        }
        return bits;
    }

    final boolean isNull(int number) {
        return nulls != null && number >> 6 < nulls.length && Validity.isValid(nulls, number);
    }

    /** Forgets the value of a number. */
    final void forget(int number) {
        if (isNull(number)) {
            Validity.clear(nulls, number);
        } else {
            forgetValue(number);
        }
    }

    /** Gives memory back; all numbers in use are below the limit. */
    final void trim(int limit) {
        if (nulls != null && Validity.words(limit) < nulls.length / 4) {
            nulls = limit == 0 ? null : Arrays.copyOf(nulls, Validity.words(limit) * 2);
        }
        trimValues(limit);
    }

    @Override
    public final void archive(StateArchive archive) {
        long[] bits = archive.longs(nulls == null ? new long[0] : nulls);
        nulls = bits.length == 0 ? null : bits;
        archiveValues(archive);
    }

    /** How much memory it takes. */
    final long bytes() {
        return valueBytes() + (nulls == null ? 0 : (long) nulls.length * Long.BYTES);
    }

    /** As {@link #hash(Column, int, long[])}; what becomes of NULLs does not matter. */
    abstract void hashAll(Column values, int count, long[] hashes);

    /** As {@link #hash(int, int, long[])}; what becomes of NULLs does not matter. */
    abstract void hashNumbers(int from, int count, long[] hashes);

    /** What goes into the hash for a value that is not NULL. */
    abstract long word(int number);

    /** As {@link #store}; what is stored for NULLs does not matter. */
    abstract void storeAll(int[] numbers, Column values, int[] rows, int count, int limit);

    /** As {@link #markDifferent}, when nothing is NULL. */
    abstract boolean markDifferentValues(int[] numbers, Column values, int count, boolean[] different);

    abstract boolean equalsValue(int number, Column values, int row);

    abstract boolean sameValue(int first, int second);

    abstract Column gatherAll(int[] numbers, int count, long[] validity);

    abstract void forgetValue(int number);

    abstract void trimValues(int limit);

    /** Passes the values through an archive. */
    abstract void archiveValues(StateArchive archive);

    abstract long valueBytes();
}
