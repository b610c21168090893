package io.leat.connector.file;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.RowCollector;
import java.io.IOException;

/** A file being read: records in, rows out. */
final class OpenFile implements AutoCloseable {
    /** All rows are of the one partition. */
    private static final int PARTITION = 0;

    private static final String BROKEN = "record has no end within the limit: too long, or a quote that is not closed";

    private final FileTable table;
    private final RecordDecoder decoder;
    private final String partition;
    private final FileMetadata metadata;
    private final RecordReader reader;
    private final int[] metadataColumns;
    private boolean headerExpected;

    OpenFile(
            FileTable table,
            RecordDecoder decoder,
            boolean headerExpected,
            String partition,
            FileMetadata metadata,
            RecordReader reader) {
        this.table = table;
        this.decoder = decoder;
        this.headerExpected = headerExpected;
        this.partition = partition;
        this.metadata = metadata;
        this.reader = reader;
        this.metadataColumns = table.metadataColumns();
    }

    /** The name of its content in positions. */
    String partition() {
        return partition;
    }

    /** Where the next record begins. */
    long offset() {
        return reader.nextOffset();
    }

    /**
     * Delivers rows as long as the budget lasts.
     *
     * @param last whether the file ends for good where it ends now
     * @return whether its end has been reached
     */
    boolean read(RowCollector rows, ReadBudget budget, boolean last) throws IOException {
        ColumnBuilder[] builders = table.recordBuilders(rows);
        while (budget.isLeft()) {
            RecordReader.Found found = reader.next(last);
            if (found == RecordReader.Found.END) {
                return true;
            }
            budget.takeBytes(found == RecordReader.Found.MORE ? reader.bufferBytes() : reader.length() + 1);
            if (found == RecordReader.Found.BROKEN) {
                bad(rows, BROKEN);
            } else if (found == RecordReader.Found.RECORD) {
                take(rows, builders, budget);
            }
        }
        return false;
    }

    private void take(RowCollector rows, ColumnBuilder[] builders, ReadBudget budget) {
        if (headerExpected) {
            headerExpected = false;
            FileOpener.acceptHeader(partition, reader, decoder);
            return;
        }
        if (reader.length() == 0 && table.format().skipsEmptyLines()) {
            return;
        }
        DecodeOutcome outcome = decoder.decode(reader.buffer(), reader.start(), reader.length(), builders);
        if (outcome.isRow()) {
            for (int column : metadataColumns) {
                metadata.append(rows.column(column), table.metadataKey(column));
            }
            rows.endRow(PARTITION, 1);
            budget.takeRow();
        } else if (outcome.isBad()) {
            bad(rows, outcome.reason());
        }
    }

    private void bad(RowCollector rows, String reason) {
        rows.badRecord(new BadRecord(partition, reader.recordOffset(), reader.sample(), reason));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
