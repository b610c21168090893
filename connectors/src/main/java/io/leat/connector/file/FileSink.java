package io.leat.connector.file;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes new rows to files. Rows are collected in the hidden directory {@code .leat}; a flush shows them, together with a
 * record there of its tick. So a sink that is opened again under the same identity knows how far it was.
 */
abstract class FileSink implements Sink {
    private final String path;
    private boolean closed;
    private boolean failed;
    private long lastWritten;

    FileSink(String path) {
        this.path = path;
    }

    /** A sink for a directory, or for one file if the path looks like one. */
    static FileSink of(FileTable table, Path directory, SinkFiles files, Optional<String> identity) {
        List<ColumnDefinition> written = table.definition().writtenColumns();
        boolean partitioned = written.stream().anyMatch(ColumnDefinition::isPartition);
        if (written.stream().anyMatch(column -> !column.isPartition() && isMetadata(column))) {
            throw LeatException.of(ErrorCode.INVALID_DEFINITION, "metadata of connector 'filesystem' cannot be written")
                    .hint("Declare these columns METADATA ... VIRTUAL.");
        }
        SinkTarget target = SinkTarget.of(table, directory, files, identity);
        try {
            if (partitioned) {
                return new PartitionedSink(target, target.directory(), PartitionColumns.of(written));
            }
            return target.isFile() ? new SingleFileSink(target) : new DirectorySink(target, target.directory());
        } catch (IOException e) {
            throw failure(target.text(), e);
        }
    }

    private static boolean isMetadata(ColumnDefinition column) {
        return column.kind() == ColumnDefinition.Kind.METADATA;
    }

    /** Writes one row. */
    abstract void writeRow(Chunk chunk, int row) throws IOException;

    /** Makes all rows written visible, as those up to a tick. */
    abstract void publish(long tick) throws IOException;

    /**
     * Forgets what is not visible, and lets go of everything.
     *
     * @param failed whether it is not known what is visible
     */
    abstract void free(boolean failed) throws IOException;

    @Override
    public final void write(long tick, ZSet changes) {
        failed = true;
        try {
            for (Chunk chunk : changes.chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    writeTimes(chunk, row);
                }
            }
        } catch (IOException e) {
            throw failure(path, e);
        }
        lastWritten = tick;
        failed = false;
    }

    private void writeTimes(Chunk chunk, int row) throws IOException {
        if (chunk.weight(row) < 0) {
            throw LeatException.unsupported(
                    "taking a row back from a file", "Use EMIT FINAL, or a sink that takes updates.");
        }
        for (long i = chunk.weight(row); i > 0; i--) {
            writeRow(chunk, row);
        }
    }

    @Override
    public final void flush(long upToTick) {
        if (failed) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "writing to path \"" + path + "\" has failed before");
        }
        failed = true;
        try {
            publish(upToTick);
        } catch (IOException e) {
            throw failure(path, e);
        }
        failed = false;
    }

    @Override
    public final void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!failed) {
                flush(lastWritten);
            }
        } finally {
            freeAll();
        }
    }

    private void freeAll() {
        try {
            free(failed);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    @Override
    public final void abort() {
        if (!closed) {
            closed = true;
            failed = true;
            freeAll();
        }
    }

    private static LeatException failure(String path, IOException cause) {
        String reason = cause.getMessage() == null ? "output failed" : cause.getMessage();
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot write to path \"" + path + "\"", cause)
                .detail(reason);
    }
}
