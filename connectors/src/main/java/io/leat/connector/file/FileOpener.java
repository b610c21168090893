package io.leat.connector.file;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.DecoderPool;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/**
 * Opens the files of one table.
 *
 * @param table the table
 * @param limits what a record may cost
 * @param bufferBytes how many bytes are read at once
 */
record FileOpener(FileTable table, Limits limits, int bufferBytes) {

    /** Opens a file at the offset of a record, to be read to its end or to a given offset. */
    OpenContent open(DataFile file, String partition, long from, long until, StoredLayout layout) {
        try {
            if (!table.format().hasRecords()) {
                return ArrowFile.open(table.recordFields(), file, partition, from, until, layout);
            }
            boolean hasHeader = table.format().hasHeader(table.formatOptions());
            byte[] header = hasHeader && from > 0 ? header(file) : null;
            FileMetadata metadata = FileMetadata.of(file);
            RecordReader reader = reader(file, from, until);
            return new OpenFile(this, layout, partition, metadata, reader, header, hasHeader && from == 0);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Decoders of the records of a file.
     *
     * @param header its header, or null
     * @throws LeatException if a column is missing in the header
     */
    DecoderPool<RecordDecoder> decoders(String file, StoredLayout layout, byte[] header) {
        DecoderPool<RecordDecoder> pool = new DecoderPool<>(() -> decoder(file, layout, header));
        pool.give(pool.take());
        return pool;
    }

    private RecordDecoder decoder(String file, StoredLayout layout, byte[] header) {
        RecordDecoder decoder = table.decoder(layout.read(), limits);
        if (header != null) {
            DecodeOutcome outcome = decoder.readHeader(header, 0, header.length);
            if (outcome.isBad()) {
                throw LeatException.of(ErrorCode.INVALID_DEFINITION, "file \"" + file + "\": " + outcome.reason());
            }
        }
        return decoder;
    }

    private RecordReader reader(DataFile file, long from, long until) throws IOException {
        InputStream input = bytes(file);
        try {
            input.skipNBytes(from);
        } catch (EOFException tooShort) {
            input.close();
            throw LeatException.of(
                            ErrorCode.INPUT_OUTPUT,
                            "file \"" + file.name() + "\" is shorter than the " + from + " bytes read of it before")
                    .hint("It was truncated or replaced, so what it held cannot be read again.");
        }
        InputStream bounded = until == Long.MAX_VALUE ? input : new FirstBytes(input, until - from);
        return new RecordReader(
                bounded, from, table.format().boundary(table.formatOptions()), bufferBytes, limits.recordBytes());
    }

    private static InputStream bytes(DataFile file) throws IOException {
        InputStream input = Files.newInputStream(file.path());
        return file.isCompressed() ? InflatedBytes.of(file.name(), input) : input;
    }

    private byte[] header(DataFile file) throws IOException {
        try (RecordReader reader = reader(file, 0, Long.MAX_VALUE)) {
            return reader.next(true) == RecordReader.Found.RECORD ? reader.record() : null;
        }
    }

    /** Where the last record that is whole now ends (or, if the end is the end, where the file does). */
    long end(DataFile file, long from, boolean last) {
        return table.format().hasRecords() ? endOfRecords(file, from, last) : endOfRows(file);
    }

    private static long endOfRows(DataFile file) {
        try {
            return ArrowFile.rows(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private long endOfRecords(DataFile file, long from, boolean last) {
        try (RecordReader reader = reader(file, from, Long.MAX_VALUE)) {
            if (last && !file.isCompressed()) {
                return Files.size(file.path());
            }
            while (reader.next(last) != RecordReader.Found.END) {
                // Only where the records end is of interest.
                continue;
            }
            return reader.nextOffset();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    static LeatException failure(DataFile file, IOException cause) {
        String reason = cause.getMessage() == null ? "input failed" : cause.getMessage();
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot read file \"" + file.name() + "\"", cause)
                .detail(reason);
    }
}
