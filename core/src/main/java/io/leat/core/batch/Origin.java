package io.leat.core.batch;

/**
 * Where the rows of a chunk lie in a source: all of them in one partition, each at an offset of its own. It says nothing of
 * what a row is, and is no part of its value.
 *
 * @param partition the name of their partition, in the source's own terms: a file, a topic's partition
 * @param offsets the offset of each row there, in the source's own units
 */
public record Origin(String partition, LongColumn offsets) {
    /** Stands for origins among the places of the columns of a table that are read. */
    public static final int PLACE = -1;

    /** Offsets in a partition whose name is still to be told. */
    public static Origin at(long[] offsets, int count) {
        return new Origin("", new LongColumn(offsets, null, count));
    }

    /** The same offsets in a partition of that name. */
    public Origin in(String name) {
        return new Origin(name, offsets);
    }

    /** The offset of a row. */
    public long offset(int row) {
        return offsets.values()[row];
    }

    Origin gather(int[] rows, int count) {
        return new Origin(partition, offsets.gather(rows, count));
    }

    Origin slice(int from, int count) {
        return new Origin(partition, offsets.slice(from, count));
    }
}
