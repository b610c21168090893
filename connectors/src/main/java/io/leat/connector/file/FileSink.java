package io.leat.connector.file;

import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes new rows to files. What is being written has a name that begins with a dot, and gets its own name when it is
 * whole and on the disk: a reader never sees half a file.
 */
abstract class FileSink implements Sink {
    private static final List<String> FILE_ENDINGS = List.of(".json", ".ndjson", ".jsonl", ".csv", ".txt");

    private final String path;
    private boolean closed;
    private long lastWritten;

    FileSink(String path) {
        this.path = path;
    }

    /** A sink for a directory, or for one file if the path looks like one. */
    static FileSink of(FileTable table, Path directory) {
        List<ColumnDefinition> written = table.definition().writtenColumns();
        boolean partitioned = written.stream().anyMatch(ColumnDefinition::isPartition);
        if (written.stream().anyMatch(column -> !column.isPartition() && isMetadata(column))) {
            throw LeatException.of(ErrorCode.INVALID_DEFINITION, "metadata of connector 'filesystem' cannot be written")
                    .hint("Declare these columns METADATA ... VIRTUAL.");
        }
        Path path = new FileSelection(table.path(), directory).resolved();
        RecordEncoder encoder = table.format().encoder(table.recordFields(), table.formatOptions());
        if (partitioned) {
            String format = table.format().name();
            return new PartitionedSink(
                    table.path(), path, encoder, format, RollingSize.of(table.options()), PartitionColumns.of(written));
        }
        boolean isFile = !Files.isDirectory(path)
                && (Files.exists(path) || FILE_ENDINGS.stream().anyMatch(table.path()::endsWith));
        String ending =
                table.format().name().equals("raw") ? "txt" : table.format().name();
        return isFile
                ? new SingleFileSink(table.path(), path, encoder)
                : new DirectorySink(table.path(), path, encoder, ending, RollingSize.of(table.options()));
    }

    private static boolean isMetadata(ColumnDefinition column) {
        return column.kind() == ColumnDefinition.Kind.METADATA;
    }

    /** Writes one row. */
    abstract void writeRow(Chunk chunk, int row) throws IOException;

    /** Makes all rows written visible, as those up to a tick. */
    abstract void publish(long tick) throws IOException;

    @Override
    public OptionalLong lastTick() {
        return OptionalLong.empty();
    }

    @Override
    public final void write(long tick, ZSet changes) {
        lastWritten = tick;
        try {
            for (Chunk chunk : changes.chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    writeTimes(chunk, row);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
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
        try {
            publish(upToTick);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            flush(lastWritten);
        }
    }

    final LeatException failure(IOException cause) {
        String reason = cause.getMessage() == null ? "output failed" : cause.getMessage();
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot write to path \"" + path + "\"", cause)
                .detail(reason);
    }
}
