package io.leat.connector.kafka;

import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;

/**
 * Records that retention deleted before they were read, reported as one bad record in their place.
 *
 * @param progress their partition
 * @param from the offset of the first one
 * @param to the offset behind the last one
 */
record MissingRecords(PartitionProgress progress, long from, long to) implements DeferredRows {
    private static final byte[] NOTHING = {};

    @Override
    public int partition() {
        return progress.index();
    }

    @Override
    public int records() {
        return 1;
    }

    @Override
    public void decode(RowCollector rows) {
        rows.badRecord(new BadRecord(PartitionName.of(progress.partition()), from, NOTHING, toString()));
    }

    /** Says what is missing. */
    @Override
    public String toString() {
        return to - from + " records up to offset " + (to - 1) + " were deleted before they were read";
    }
}
