package io.leat.core.batch;

import io.leat.core.type.DataType;

/** Columns that nobody reads: every value is NULL. Up to some thousand rows they all share the same arrays. */
final class AbsentColumn {
    private static final int SHARED_ROWS = 32_768;
    private static final long[] NO_LONGS = new long[SHARED_ROWS];
    private static final double[] NO_DOUBLES = new double[SHARED_ROWS];
    private static final Object[] NO_OBJECTS = new Object[SHARED_ROWS];
    private static final int[] NO_OFFSETS = new int[SHARED_ROWS + 1];
    private static final long[] NOTHING_VALID = new long[Validity.words(SHARED_ROWS)];
    private static final byte[] NO_BYTES = new byte[0];

    private AbsentColumn() {}

    static Column of(DataType type, int size) {
        boolean shared = size <= SHARED_ROWS;
        long[] validity = shared ? NOTHING_VALID : new long[Validity.words(size)];
        return switch (type.layout()) {
            case LONG -> new LongColumn(shared ? NO_LONGS : new long[size], validity, size);
            case DOUBLE -> new DoubleColumn(shared ? NO_DOUBLES : new double[size], validity, size);
            case BYTES -> new BytesColumn(NO_BYTES, shared ? NO_OFFSETS : new int[size + 1], validity, size);
            case OBJECT -> new ObjectColumn(shared ? NO_OBJECTS : new Object[size], validity, size);
        };
    }
}
