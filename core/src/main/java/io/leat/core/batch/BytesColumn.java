package io.leat.core.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, and binary values.
 *
 * <p>Rows that were {@linkplain #pick picked} are copied when their bytes are first asked for, if ever. Who copies them
 * himself takes them from their {@linkplain #origin origin}. Where that has far fewer rows than they are, as where each
 * text stands there once, they {@linkplain #repeats repeat}: whatever follows from a text is computed once for each row of
 * the origin. Safe from any thread.
 */
public final class BytesColumn implements Column {
    /** Fewer rows than this part of a column would keep too many others in memory. */
    private static final int PICKED_PART = 8;
    /** So many times as many rows as its origin has a column that repeats. */
    private static final int REPEATS_MIN = 4;

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

    private BytesColumn(BytesColumn source, int[] sourceRows, Values values, long[] validity, int size) {
        this.values = values;
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
        Values copy = source.values.copy(sourceRows, size);
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

    /** Where a value begins in the bytes of its {@link #origin}. */
    public int start(int row) {
        return origin().values.offsets[originRow(row)];
    }

    /** Length of a value in bytes. */
    public int length(int row) {
        int[] offsets = origin().values.offsets;
        int there = originRow(row);
        return offsets[there + 1] - offsets[there];
    }

    /** A value decoded as UTF-8. */
    public String text(int row) {
        return new String(origin().values.bytes, start(row), length(row), StandardCharsets.UTF_8);
    }

    /** The column from which this one was picked, or itself; never one that was picked. */
    public BytesColumn origin() {
        return source == null ? this : source;
    }

    /** The rows of this column in {@link #origin}, or null if that is this one; may be longer than this column. */
    public int[] originRows() {
        return sourceRows;
    }

    /** The row in {@link #origin} whose value a row of this column has. */
    public int originRow(int row) {
        return sourceRows == null ? row : sourceRows[row];
    }

    /** Whether this column is several times as long as its origin, so that most of its values stand in several rows. */
    public boolean repeats() {
        return source != null && repeats(source.size, size);
    }

    /** Whether a column of some rows would {@linkplain #repeats() repeat} an origin of some rows. */
    public static boolean repeats(int originRows, int rows) {
        return originRows <= rows / REPEATS_MIN;
    }

    /**
     * A column with the values of this one, each in any number of rows.
     *
     * @param rows for each row of the result the row that has its value here, which for a NULL is an empty one; not to be
     *     changed afterwards
     * @param valid the validity bits of the result, or null when nothing is NULL; those of this column do not count
     */
    public BytesColumn repeated(int[] rows, long[] valid, int count) {
        return new BytesColumn(origin(), inOrigin(rows, count), null, valid, count);
    }

    /** The first rows, which share everything with this column. */
    public BytesColumn front(int count) {
        return new BytesColumn(source, sourceRows, values, validity, count);
    }

    /**
     * The values of the given rows, in that order, which are copied when they are first asked for. Until then this column
     * stays in memory with them, so it is done only if they are a good part of it.
     *
     * @param rows not to be changed afterwards
     */
    public BytesColumn pick(int[] rows, int count) {
        return isGoodPart(count) ? picked(rows, count) : copied(rows, count);
    }

    private boolean isGoodPart(int count) {
        return count >= origin().size / PICKED_PART;
    }

    private BytesColumn picked(int[] rows, int count) {
        long[] valid = Validity.gather(validity, rows, count);
        return new BytesColumn(origin(), inOrigin(rows, count), null, valid, count);
    }

    private BytesColumn copied(int[] rows, int count) {
        return origin().copied(inOrigin(rows, count), Validity.gather(validity, rows, count), count);
    }

    /** Copies rows of a column that was not picked. */
    private BytesColumn copied(int[] rows, long[] valid, int count) {
        Values copied = values.copy(rows, count);
        return new BytesColumn(copied.bytes, copied.offsets, valid, count);
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
    public boolean hasSameValue(int row, Column other, int otherRow) {
        BytesColumn texts = (BytesColumn) other;
        int from = start(row);
        int start = texts.start(otherRow);
        return Arrays.equals(
                origin().values.bytes,
                from,
                from + length(row),
                texts.origin().values.bytes,
                start,
                start + texts.length(otherRow));
    }

    /** Of rows that repeat a few values, only where these stand is copied. */
    @Override
    public BytesColumn gather(int[] rows, int count) {
        return source != null && repeats(source.size, count) ? picked(rows, count) : copied(rows, count);
    }

    @Override
    public BytesColumn slice(int from, int count) {
        if (source != null) {
            int[] rows = Arrays.copyOfRange(sourceRows, from, from + count);
            long[] valid = Validity.slice(validity, from, count);
            return isGoodPart(count) ? source.repeated(rows, valid, count) : source.copied(rows, valid, count);
        }
        int[] offsets = values.offsets;
        int begin = offsets[from];
        int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = offsets[from + i] - begin;
        }
        return new BytesColumn(
                Arrays.copyOfRange(values.bytes, begin, offsets[from + count]),
                starts,
                Validity.slice(validity, from, count),
                count);
    }
}
