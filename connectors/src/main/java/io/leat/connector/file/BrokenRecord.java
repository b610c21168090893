package io.leat.connector.file;

import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import java.util.Optional;

/**
 * A line of a record that has no end within the limit, reported when its turn has come.
 *
 * @param record what is reported
 */
record BrokenRecord(BadRecord record) implements DeferredRows {
    private static final String REASON = "record has no end within the limit: too long, or a quote that is not closed";

    /** The broken record that a reader stands at. */
    static BrokenRecord of(String partition, RecordReader reader) {
        return new BrokenRecord(new BadRecord(partition, reader.recordOffset(), reader.sample(), REASON));
    }

    @Override
    public int partition() {
        return FilePiece.PARTITION;
    }

    @Override
    public Optional<String> section() {
        return Optional.of(record.partition());
    }

    @Override
    public int records() {
        return 1;
    }

    @Override
    public void decode(RowCollector rows) {
        rows.badRecord(record);
    }
}
