package io.leat.connector.file;

import io.leat.connector.format.DecoderPool;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.connector.RowCollector;
import java.io.IOException;

/** A file being read: bytes in, pieces of some records out, to be decoded by whoever has time. */
final class OpenFile implements OpenContent {
    private final FileOpener opener;
    private final String partition;
    private final FileMetadata metadata;
    private final RecordReader reader;
    private final RecordBounds bounds = new RecordBounds();
    private StoredLayout layout;
    private DecoderPool<RecordDecoder> decoders;
    private byte[] header;
    private boolean headerExpected;

    /**
     * A file that has been opened.
     *
     * @param header its header; null if there is none, or it is still to be read
     * @param headerExpected whether the next record is the header
     */
    OpenFile(
            FileOpener opener,
            StoredLayout layout,
            String partition,
            FileMetadata metadata,
            RecordReader reader,
            byte[] header,
            boolean headerExpected) {
        this.opener = opener;
        this.partition = partition;
        this.metadata = metadata;
        this.reader = reader;
        this.header = header;
        this.headerExpected = headerExpected;
        project(layout);
    }

    @Override
    public void project(StoredLayout other) {
        layout = other;
        decoders = opener.decoders(partition, other, header);
    }

    @Override
    public String partition() {
        return partition;
    }

    @Override
    public long offset() {
        return reader.nextOffset();
    }

    @Override
    public boolean read(RowCollector rows, ReadBudget budget, boolean last) throws IOException {
        RecordReader.Found found = RecordReader.Found.MORE;
        while (budget.isLeft() && found != RecordReader.Found.END) {
            found = reader.next(last);
            if (found == RecordReader.Found.BROKEN) {
                deliver(rows);
                rows.deferred(BrokenRecord.of(partition, reader));
            } else if (found == RecordReader.Found.RECORD) {
                take(rows, budget);
            }
            if (found != RecordReader.Found.END) {
                budget.takeBytes(found == RecordReader.Found.MORE ? reader.bufferBytes() : reader.length() + 1);
            }
        }
        deliver(rows);
        return found == RecordReader.Found.END;
    }

    private void take(RowCollector rows, ReadBudget budget) {
        if (headerExpected) {
            headerExpected = false;
            header = reader.record();
            project(layout);
            return;
        }
        if (reader.length() == 0 && opener.table().format().skipsEmptyLines()) {
            return;
        }
        if (bounds.isElsewhere(reader)) {
            deliver(rows);
        }
        bounds.add(reader);
        budget.takeRow();
    }

    private void deliver(RowCollector rows) {
        if (!bounds.isEmpty()) {
            byte[] bytes = bounds.buffer();
            rows.deferred(new FilePiece(metadata, partition, layout, decoders, bytes, bounds.offset(), bounds.take()));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
