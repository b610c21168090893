package io.leat.core.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, and binary values.
 *
 * <p>Rows that were {@linkplain #pick picked} are copied when their bytes are first asked for, if ever. Who copies them
 * himself takes them from their {@linkplain #origin origin}. Safe from any thread.
 */
public final class BytesColumn implements Column {
    /** Fewer rows than this part of a column would keep too many others in memory. */
    private static final int PICKED_PART = 8;

    private final long[] validity;
    private final int size;
    /** Where the values lie that were picked; null if they were not. */
    private final BytesColumn source;

    private final int[] sourceRows;
    /** Null as long as nobody has asked; safe to be made by several threads at once, since all of it is final. */
    private Values values;

    private record Values(byte[] bytes, int[] offsets) {

        Values copy(int[] rows, int count) {
            int[] starts = new int[count + 1];
            int total = 0;
            for (int i = 0; i < count; i++) {
                total += offsets[rows[i] + 1] - offsets[rows[i]];
                starts[i + 1] = total;
            }
            byte[] copied = new byte[total];
            for (int i = 0; i < count; i++) {
                System.arraycopy(bytes, offsets[rows[i]], copied, starts[i], starts[i + 1] - starts[i]);
            }
            return new Values(copied, starts);
        }
    }

    /**
     * A column of values.
     *
     * @param bytes the bytes of all values
     * @param offsets where value i begins; value i ends where value i + 1 begins, so there is one more offset than values
     * @param validity validity bits, or null when nothing is NULL; a NULL has no bytes
     */
    public BytesColumn(byte[] bytes, int[] offsets, long[] validity, int size) {
        this.values = new Values(bytes, offsets);
        this.source = null;
        this.sourceRows = null;
        this.validity = validity;
        this.size = size;
    }

    private BytesColumn(BytesColumn source, int[] sourceRows, long[] validity, int size) {
        this.source = source;
        this.sourceRows = sourceRows;
        this.validity = validity;
        this.size = size;
    }

    private Values values() {
        Values known = values;
        return known == null ? copied() : known;
    }

    private Values copied() {
        Values copy = source.values().copy(sourceRows, size);
        values = copy;
        return copy;
    }

    /** The bytes of all values. */
    public byte[] bytes() {
        return values().bytes;
    }

    /** Where value i begins; value i ends where value i + 1 begins, so there is one more offset than values. */
    public int[] offsets() {
        return values().offsets;
    }

    @Override
    public long[] validity() {
        return validity;
    }

    @Override
    public int size() {
        return size;
    }

    /** Length of a value in bytes. */
    public int length(int row) {
        int[] offsets = offsets();
        return offsets[row + 1] - offsets[row];
    }

    /** A value decoded as UTF-8. */
    public String text(int row) {
        return new String(bytes(), offsets()[row], length(row), StandardCharsets.UTF_8);
    }

    /** The column from which this one was picked, or itself. */
    public BytesColumn origin() {
        return source == null ? this : source;
    }

    /** The rows of this column in {@link #origin}, or null if that is this one. */
    public int[] originRows() {
        return sourceRows;
    }

    /**
     * The values of the given rows, in that order, which are copied when they are first asked for. Until then this column
     * stays in memory with them, so it is done only if they are a good part of it.
     *
     * @param rows not to be changed afterwards
     */
    public BytesColumn pick(int[] rows, int count) {
        if (count < origin().size / PICKED_PART) {
            return gather(rows, count);
        }
        return new BytesColumn(origin(), inOrigin(rows, count), Validity.gather(validity, rows, count), count);
    }

    private int[] inOrigin(int[] rows, int count) {
        if (sourceRows == null) {
            return rows;
        }
        int[] there = new int[count];
        for (int i = 0; i < count; i++) {
            there[i] = sourceRows[rows[i]];
        }
        return there;
    }

    @Override
    public BytesColumn gather(int[] rows, int count) {
        Values gathered = origin().values().copy(inOrigin(rows, count), count);
        return new BytesColumn(gathered.bytes, gathered.offsets, Validity.gather(validity, rows, count), count);
    }

    @Override
    public BytesColumn slice(int from, int count) {
        int[] offsets = offsets();
        int begin = offsets[from];
        int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = offsets[from + i] - begin;
        }
        return new BytesColumn(
                Arrays.copyOfRange(bytes(), begin, offsets[from + count]),
                starts,
                Validity.slice(validity, from, count),
                count);
    }
}
