package io.leat.connector.nexmark;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;

/** Makes the values of one column for the rows of some events. Safe from any thread. */
@FunctionalInterface
interface ColumnValues {

    /** The column. */
    Column of(Events events);

    /** The values of a column of a table, named as {@link NexmarkTable#fields} does. */
    static ColumnValues of(NexmarkTable table, String name, NexmarkWorld world) {
        return switch (table) {
            case PERSON -> PersonColumns.of(name, world);
            case AUCTION -> AuctionColumns.of(name, world);
            case BID -> BidColumns.of(name, world);
        };
    }

    /** A column that nobody reads. */
    static ColumnValues absent(DataType type) {
        return events -> Column.absent(type, events.size());
    }

    /** A value from an event's number and its bits. */
    @FunctionalInterface
    interface LongValue {
        long of(long event, long bits);
    }

    /** Whole numbers and times, value by value. */
    static ColumnValues longs(LongValue value) {
        return events -> {
            long[] values = new long[events.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.of(events.numbers()[i], events.bits()[i]);
            }
            return new LongColumn(values, null, values.length);
        };
    }
}
