package io.leat.engine;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.view.ChangeQueue;
import io.leat.engine.view.TickChange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads changes as they come: rows with their tick and weight in front. */
public final class ChangeCursor implements Cursor {
    /** The number of the tick in which the row came or went. */
    public static final Field TICK = new Field("leat_tick", DataType.BIGINT.withNullable(false));

    /** How many times the row came (above 0) or went (below 0). */
    public static final Field WEIGHT = new Field("leat_weight", DataType.BIGINT.withNullable(false));

    /** Whether the row only says that every change up to its tick has been given; it has no weight and no values then. */
    public static final Field PROGRESSED = new Field("leat_progressed", DataType.BOOLEAN.withNullable(false));

    private final Schema rowSchema;
    private final Schema schema;
    private final ChangeQueue queue;
    private final boolean bounded;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private Chunk current;
    private int next;

    /**
     * A cursor over a queue that it closes.
     *
     * @param rowSchema the columns of the rows, without tick and weight
     * @param bounded whether the changes end by themselves
     */
    public ChangeCursor(Schema rowSchema, ChangeQueue queue, boolean bounded) {
        this.rowSchema = rowSchema;
        this.schema = queue.tellsProgress()
                ? withProgress(rowSchema)
                : Schema.of(TICK, WEIGHT).concat(rowSchema);
        this.queue = queue;
        this.bounded = bounded;
    }

    /** Rows that only tell progress have neither a weight nor values. */
    private static Schema withProgress(Schema rows) {
        List<Field> fields = new ArrayList<>();
        fields.add(TICK);
        fields.add(nullable(WEIGHT));
        fields.add(PROGRESSED);
        rows.fields().forEach(field -> fields.add(nullable(field)));
        return new Schema(fields);
    }

    private static Field nullable(Field field) {
        return new Field(field.name(), field.type().withNullable(true));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean isBounded() {
        return bounded;
    }

    @Override
    public Optional<Row> next() {
        return advance(null) ? Optional.of(new Row(schema, current, next++)) : Optional.empty();
    }

    @Override
    public Optional<Row> next(Duration timeout) {
        return advance(timeout) ? Optional.of(new Row(schema, current, next++)) : Optional.empty();
    }

    private boolean advance(Duration timeout) {
        requireOpen();
        while (current == null || next == current.size()) {
            if (chunks.isEmpty() && !fetch(timeout)) {
                return false;
            }
            current = chunks.poll();
            next = 0;
        }
        return true;
    }

    private boolean fetch(Duration timeout) {
        Optional<TickChange> change = queue.take(timeout);
        change.ifPresent(tick -> {
            tick.change().chunks().forEach(chunk -> chunks.add(withTick(tick.tick(), chunk)));
            if (queue.tellsProgress()) {
                chunks.add(progressed(tick.tick()));
            }
        });
        return change.isPresent();
    }

    private Chunk progressed(long tick) {
        List<Column> columns = new ArrayList<>();
        columns.add(new LongColumn(new long[] {tick}, null, 1));
        columns.add(Column.absent(WEIGHT.type(), 1));
        columns.add(new LongColumn(new long[] {1}, null, 1));
        rowSchema.types().forEach(type -> columns.add(Column.absent(type, 1)));
        return new Chunk(1, columns, null);
    }

    private Chunk withTick(long tick, Chunk chunk) {
        long[] ticks = new long[chunk.size()];
        Arrays.fill(ticks, tick);
        long[] weights = new long[chunk.size()];
        for (int row = 0; row < chunk.size(); row++) {
            weights[row] = chunk.weight(row);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new LongColumn(ticks, null, chunk.size()));
        columns.add(new LongColumn(weights, null, chunk.size()));
        if (queue.tellsProgress()) {
            columns.add(new LongColumn(new long[chunk.size()], null, chunk.size()));
        }
        columns.addAll(chunk.columns());
        return new Chunk(chunk.size(), columns, null);
    }

    /**
     * All changes of the next tick; waits for them. Empty at the end. Not to be mixed with {@link #next}.
     *
     * @throws LeatException as {@link #next}
     */
    public Optional<Changes> nextChanges() {
        return queue.take(null).map(tick -> new Changes(tick.tick(), rows(tick.change())));
    }

    private List<Change> rows(ZSet change) {
        List<Change> rows = new ArrayList<>();
        for (Chunk chunk : change.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                rows.add(new Change(new Row(rowSchema, chunk, row), chunk.weight(row)));
            }
        }
        return rows;
    }

    /**
     * All changes of the next tick, waiting no longer than so long; empty at the end.
     *
     * @throws LeatException TIMEOUT if there were none in that time
     */
    public Optional<Changes> nextChanges(Duration timeout) {
        return queue.take(timeout).map(tick -> new Changes(tick.tick(), rows(tick.change())));
    }

    private void requireOpen() {
        if (queue.isClosed()) {
            throw LeatException.of(ErrorCode.CLOSED, "the cursor is closed");
        }
    }

    @Override
    public int available() {
        long fetched = chunks.stream().mapToLong(Chunk::size).sum() + (current == null ? 0 : current.size() - next);
        return (int) Math.min(Integer.MAX_VALUE, fetched + queue.rows());
    }

    @Override
    public Optional<Chunk> nextChunk() {
        if (!advance(null)) {
            return Optional.empty();
        }
        int[] rows = new int[current.size() - next];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = next + i;
        }
        next = current.size();
        return Optional.of(current.gather(rows, rows.length));
    }

    @Override
    public void cancel() {
        queue.cancel();
    }

    @Override
    public void close() {
        queue.close();
    }
}
