package io.leat.connector.file;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.DecoderPool;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import java.util.Arrays;
import java.util.Optional;

/**
 * Records of a file that have been read but not decoded.
 *
 * @param file what is known of the file
 * @param content the name of its content in positions
 * @param layout which columns are read
 * @param decoders decoders of the records
 * @param bytes the bytes in which the records lie; nobody changes them any more
 * @param offset the offset in the file of the first of the bytes
 * @param bounds where each record begins and how long it is, in turn
 */
record FilePiece(
        FileMetadata file,
        String content,
        StoredLayout layout,
        DecoderPool<RecordDecoder> decoders,
        byte[] bytes,
        long offset,
        int[] bounds)
        implements DeferredRows {
    /** All rows are of the one partition. */
    static final int PARTITION = 0;

    private static final int SAMPLE_BYTES = 1_024;

    @Override
    public int partition() {
        return PARTITION;
    }

    @Override
    public Optional<String> section() {
        return Optional.of(content);
    }

    @Override
    public int records() {
        return bounds.length / 2;
    }

    @Override
    public void decode(RowCollector rows) {
        RecordDecoder decoder = decoders.take();
        ColumnBuilder[] builders = layout.builders(rows);
        for (int i = 0; i < bounds.length; i += 2) {
            DecodeOutcome outcome = decoder.decode(bytes, bounds[i], bounds[i + 1], builders);
            if (outcome.isRow()) {
                layout.appendMetadata(file, rows);
                rows.offset(offset + bounds[i]);
                rows.endRow(PARTITION, 1);
            } else if (outcome.isBad()) {
                rows.badRecord(bad(bounds[i], bounds[i + 1], outcome.reason()));
            }
        }
        decoders.give(decoder);
    }

    private BadRecord bad(int start, int length, String reason) {
        byte[] sample = Arrays.copyOfRange(bytes, start, start + Math.min(length, SAMPLE_BYTES));
        return new BadRecord(content, offset + start, sample, reason);
    }
}
