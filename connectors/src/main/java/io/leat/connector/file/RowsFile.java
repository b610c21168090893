package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import java.io.IOException;
import java.nio.file.Path;

/** Rows that are written to a file that no reader knows yet. */
final class RowsFile {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path path;
    private final SinkFiles.Output output;
    private final RecordEncoder encoder;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long size;

    private RowsFile(SinkFiles files, Path path, RecordEncoder encoder) throws IOException {
        this.path = path;
        this.encoder = encoder;
        this.output = files.append(path);
        output.truncate(0);
    }

    /** Begins a file that is whole in itself. */
    static RowsFile begin(SinkFiles files, Path path, RecordEncoder encoder) throws IOException {
        RowsFile rows = new RowsFile(files, path, encoder);
        if (encoder.header().isPresent()) {
            rows.line(encoder.header().get());
        }
        return rows;
    }

    /** Begins rows that will be added to a file. */
    static RowsFile withoutHeader(SinkFiles files, Path path, RecordEncoder encoder) throws IOException {
        return new RowsFile(files, path, encoder);
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    /** Adds a row. */
    void row(Chunk chunk, int row) throws IOException {
        line(encoder.encode(chunk, row));
    }

    private void line(byte[] bytes) throws IOException {
        if (buffered + bytes.length + 1 > buffer.length) {
            empty();
        }
        if (bytes.length < buffer.length) {
            System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
            buffered += bytes.length;
        } else {
            output.write(bytes, 0, bytes.length);
        }
        buffer[buffered++] = '\n';
        size += bytes.length + 1;
    }

    private void empty() throws IOException {
        if (buffered > 0) {
            output.write(buffer, 0, buffered);
            buffered = 0;
        }
    }

    /** Ends writing, with everything on the disk. */
    Path finish() throws IOException {
        empty();
        output.sync();
        output.close();
        return path;
    }

    /** Ends writing, whatever becomes of it. */
    void abandon() throws IOException {
        output.close();
    }
}
