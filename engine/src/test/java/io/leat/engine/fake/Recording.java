package io.leat.engine.fake;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What sinks of one table were given. Can be told to fail. Safe from any thread. */
public final class Recording {
    private final SinkMode mode;
    private final List<String> events = new ArrayList<>();
    private final Map<List<Object>, Long> content = new HashMap<>();
    private LeatException writeFailure;
    private LeatException closeFailure;
    private int openSinks;

    /** A recording of sinks that take such changes. */
    public Recording(SinkMode mode) {
        this.mode = mode;
    }

    /** Lets every write from now on fail. */
    public synchronized Recording failWrites(LeatException reason) {
        writeFailure = reason;
        return this;
    }

    /** Lets every close from now on fail. */
    public synchronized Recording failCloses(LeatException reason) {
        closeFailure = reason;
        return this;
    }

    /** What happened, one line each: {@code +[a, 1]}, {@code -[a, 1]}, {@code flush}, {@code close}. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** The rows written, with their weights added up; none with weight 0. */
    public synchronized Map<List<Object>, Long> content() {
        return Map.copyOf(content);
    }

    /** How many sinks are open and have not been closed. */
    public synchronized int openSinks() {
        return openSinks;
    }

    SinkMode mode() {
        return mode;
    }

    synchronized Sink open(TableDefinition table) {
        openSinks++;
        return new RecordingSink(table.writtenColumns());
    }

    private synchronized void write(List<ColumnDefinition> columns, ZSet changes) {
        if (writeFailure != null) {
            throw writeFailure;
        }
        for (Chunk chunk : changes.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(JavaValues.get(columns.get(i).type(), chunk.column(i), row));
                }
                long weight = chunk.weight(row);
                events.add((weight > 0 ? "+" : "-") + values);
                content.merge(values, weight, (a, b) -> a + b == 0 ? null : a + b);
            }
        }
    }

    private synchronized void happened(String event) {
        events.add(event);
    }

    private synchronized void closeOne() {
        openSinks--;
        events.add("close");
        if (closeFailure != null) {
            throw closeFailure;
        }
    }

    /** One sink that writes into the recording. */
    private final class RecordingSink implements Sink {
        private final List<ColumnDefinition> columns;
        private boolean closed;

        RecordingSink(List<ColumnDefinition> columns) {
            this.columns = columns;
        }

        @Override
        public OptionalLong lastTick() {
            return OptionalLong.empty();
        }

        @Override
        public void write(long tick, ZSet changes) {
            Recording.this.write(columns, changes);
        }

        @Override
        public void flush(long upToTick) {
            happened("flush");
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                closeOne();
            }
        }
    }
}
