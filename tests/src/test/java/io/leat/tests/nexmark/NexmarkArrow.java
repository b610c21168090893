package io.leat.tests.nexmark;

import io.leat.core.batch.Chunk;
import io.leat.core.type.Schema;
import io.leat.engine.Cursor;
import io.leat.engine.Row;
import io.leat.engine.arrow.ArrowBatches;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The rows of a table as an Arrow stream, in batches of what so many events have. */
final class NexmarkArrow implements Cursor {
    private static final int BATCH_EVENTS = 10_000;

    private final Schema schema;
    private final NexmarkRows rows;
    private final Deque<Chunk> chunks = new ArrayDeque<>();

    private NexmarkArrow(String table, NexmarkData data) {
        this.schema = new Schema(NexmarkRows.fields(table));
        this.rows = new NexmarkRows(table, data);
    }

    /** Writes a table into a file. */
    static void write(String table, NexmarkData data, Path file) throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                NexmarkArrow cursor = new NexmarkArrow(table, data);
                ArrowBatches batches = ArrowBatches.of(cursor, allocator);
                OutputStream output = Files.newOutputStream(file)) {
            batches.writeTo(output);
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean isBounded() {
        return true;
    }

    @Override
    public Optional<Chunk> nextChunk() {
        while (chunks.isEmpty() && rows.hasNext()) {
            rows.next(BATCH_EVENTS).stream().filter(chunk -> chunk.size() > 0).forEach(chunks::add);
        }
        return Optional.ofNullable(chunks.poll());
    }

    @Override
    public Optional<Row> next() {
        throw new UnsupportedOperationException("rows come in chunks");
    }

    @Override
    public Optional<Row> next(Duration timeout) {
        throw new UnsupportedOperationException("rows come in chunks");
    }

    @Override
    public int available() {
        return chunks.stream().mapToInt(Chunk::size).sum();
    }

    @Override
    public void cancel() {
        close();
    }

    @Override
    public void close() {
        rows.close();
    }
}
