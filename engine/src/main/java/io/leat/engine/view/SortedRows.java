package io.leat.engine.view;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.plan.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts rows in order and takes a range of them. Rows that compare equal keep their order. */
public final class SortedRows {
    private SortedRows() {}

    private record Place(Chunk chunk, int row) {}

    /** The rows in the order, and of the range, that a plan says. */
    public static List<Chunk> sort(Sort sort, List<Chunk> chunks, int chunkRows) {
        List<Place> places = new ArrayList<>();
        for (Chunk chunk : chunks) {
            for (int row = 0; row < chunk.size(); row++) {
                places.add(new Place(chunk, row));
            }
        }
        if (!sort.keys().isEmpty()) {
            places.sort(order(sort.keys()));
        }
        int from = (int) Math.min(sort.offset(), places.size());
        int left = places.size() - from;
        int count = sort.fetch() < 0 ? left : (int) Math.min(left, sort.fetch());
        return gather(sort, places.subList(from, from + count), chunkRows);
    }

    private static List<Chunk> gather(Sort sort, List<Place> places, int chunkRows) {
        List<Chunk> sorted = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(sort.schema().types(), Math.min(chunkRows, places.size()));
        for (Place place : places) {
            builder.appendRow(place.chunk, place.row, 1);
            if (builder.size() == chunkRows) {
                sorted.add(builder.build());
            }
        }
        if (builder.size() > 0) {
            sorted.add(builder.build());
        }
        return sorted;
    }

    private static Comparator<Place> order(List<Sort.Key> keys) {
        Comparator<Place> order = (a, b) -> 0;
        for (Sort.Key key : keys) {
            order = order.thenComparing((a, b) -> compare(key, a, b));
        }
        return order;
    }

    private static int compare(Sort.Key key, Place a, Place b) {
        Column left = a.chunk.column(key.column());
        Column right = b.chunk.column(key.column());
        boolean leftNull = left.isNull(a.row);
        boolean rightNull = right.isNull(b.row);
        if (leftNull || rightNull) {
            int nullOrder = Boolean.compare(rightNull, leftNull);
            return key.nullsFirst() ? nullOrder : -nullOrder;
        }
        int values = compareValues(left, a.row, right, b.row);
        return key.descending() ? -values : values;
    }

    private static int compareValues(Column left, int leftRow, Column right, int rightRow) {
        if (left instanceof LongColumn longs) {
            return Long.compare(longs.values()[leftRow], ((LongColumn) right).values()[rightRow]);
        }
        if (left instanceof DoubleColumn doubles) {
            return Double.compare(doubles.values()[leftRow], ((DoubleColumn) right).values()[rightRow]);
        }
        if (left instanceof BytesColumn bytes) {
            return compareBytes(bytes, leftRow, (BytesColumn) right, rightRow);
        }
        return compareObjects(((ObjectColumn) left).values()[leftRow], ((ObjectColumn) right).values()[rightRow]);
    }

    /** UTF-8 bytes, unsigned, compare as code points do. */
    private static int compareBytes(BytesColumn left, int leftRow, BytesColumn right, int rightRow) {
        int from = left.offsets()[leftRow];
        int other = right.offsets()[rightRow];
        return Arrays.compareUnsigned(
                left.bytes(), from, from + left.length(leftRow), right.bytes(), other, other + right.length(rightRow));
    }

    @SuppressWarnings("unchecked") // values of one column are of one class
    private static int compareObjects(Object left, Object right) {
        boolean comparable = left instanceof Comparable && left.getClass() == right.getClass();
        return comparable
                ? ((Comparable<Object>) left).compareTo(right)
                : left.toString().compareTo(right.toString());
    }
}
