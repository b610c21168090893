package io.leat.engine;

import io.leat.core.batch.Chunk;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads rows that are all there. */
public final class ChunkCursor implements Cursor {
    private final Schema schema;
    private final Iterator<Chunk> chunks;
    private long left;
    private Chunk current;
    private int next;
    private volatile ErrorCode ended;

    /** A cursor over chunks that have the schema's columns first, and perhaps others behind. */
    public ChunkCursor(Schema schema, List<Chunk> chunks) {
        this.schema = schema;
        this.chunks = chunks.iterator();
        this.left = chunks.stream().mapToLong(Chunk::size).sum();
    }

    /** A cursor without columns and rows. */
    public static ChunkCursor empty() {
        return new ChunkCursor(new Schema(List.of()), List.of());
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
    public Optional<Row> next() {
        requireOpen();
        if (!advance()) {
            return Optional.empty();
        }
        left--;
        return Optional.of(new Row(schema, current, next++));
    }

    @Override
    public Optional<Row> next(Duration timeout) {
        return next();
    }

    private boolean advance() {
        while (current == null || next == current.size()) {
            if (!chunks.hasNext()) {
                return false;
            }
            current = chunks.next();
            next = 0;
        }
        return true;
    }

    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Chunk> nextChunk() {
        requireOpen();
        if (!advance()) {
            return Optional.empty();
        }
        Chunk rest = rest(current, next);
        left -= rest.size();
        next = current.size();
        return Optional.of(rest);
    }

    private Chunk rest(Chunk chunk, int from) {
        Chunk shown = chunk.columns().size() == schema.size()
                ? chunk
                : chunk.withColumns(chunk.columns().subList(0, schema.size()));
        if (from == 0) {
            return shown;
        }
        int[] rows = new int[shown.size() - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return shown.gather(rows, rows.length);
    }

    private void requireOpen() {
        if (ended == ErrorCode.CANCELED) {
            throw LeatException.of(ErrorCode.CANCELED, "the statement was canceled");
        }
        if (ended == ErrorCode.CLOSED) {
            throw LeatException.of(ErrorCode.CLOSED, "the cursor is closed");
        }
    }

    @Override
    public void cancel() {
        ended = ErrorCode.CANCELED;
    }

    @Override
    public void close() {
        ended = ErrorCode.CLOSED;
    }
}
