package io.leat.engine.fake;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What sinks made visible for good, as an outside world that knows transactions: all that was flushed together becomes
 * visible at once, together with its last tick under the sink's identity. Survives whoever writes; can be copied at any
 * moment. Safe from any thread.
 */
public final class Ledger {
    private final List<String> events;
    private final Map<List<Object>, Long> content;
    private final Map<String, Long> ticks;
    private Runnable beforeCommit = () -> {};

    /** Nothing was written. */
    public Ledger() {
        this(List.of(), Map.of(), Map.of());
    }

    private Ledger(List<String> events, Map<List<Object>, Long> content, Map<String, Long> ticks) {
        this.events = new ArrayList<>(events);
        this.content = new HashMap<>(content);
        this.ticks = new HashMap<>(ticks);
    }

    /** As it is now, for another life of the world. */
    public synchronized Ledger copy() {
        return new Ledger(events, content, ticks);
    }

    /** Calls somebody before anything becomes visible. */
    public synchronized void beforeCommit(Runnable called) {
        beforeCommit = called;
    }

    /** All changes in the order in which they became visible: {@code +[a, 1]}, {@code -[a, 1]}. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** The rows, with their weights added up; none with weight 0. */
    public synchronized Map<List<Object>, Long> content() {
        return Map.copyOf(content);
    }

    Sink open(TableDefinition table, SinkContext context) {
        return new LedgerSink(table.writtenColumns(), context.identity().orElse("none"));
    }

    private synchronized OptionalLong lastTick(String identity) {
        return ticks.containsKey(identity) ? OptionalLong.of(ticks.get(identity)) : OptionalLong.empty();
    }

    private synchronized void commit(String identity, long tick, List<Change> changes) {
        beforeCommit.run();
        for (Change change : changes) {
            events.add((change.weight > 0 ? "+" : "-") + change.row);
            content.merge(change.row, change.weight, (a, b) -> a + b == 0 ? null : a + b);
        }
        ticks.put(identity, tick);
    }

    private record Change(List<Object> row, long weight) {}

    /** A sink of which nothing is visible before it is flushed. */
    private final class LedgerSink implements Sink {
        private final List<ColumnDefinition> columns;
        private final String identity;
        private final List<Change> open = new ArrayList<>();
        private long writtenTick;

        LedgerSink(List<ColumnDefinition> columns, String identity) {
            this.columns = columns;
            this.identity = identity;
        }

        @Override
        public OptionalLong lastTick() {
            return Ledger.this.lastTick(identity);
        }

        @Override
        public void write(long tick, ZSet changes) {
            if (tick <= lastTick().orElse(0)) {
                throw new IllegalStateException("tick " + tick + " was given after it was flushed");
            }
            writtenTick = tick;
            for (Chunk chunk : changes.chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(JavaValues.get(columns.get(i).type(), chunk.column(i), row));
                    }
                    open.add(new Change(values, chunk.weight(row)));
                }
            }
        }

        @Override
        public void flush(long upToTick) {
            commit(identity, upToTick, open);
            open.clear();
        }

        @Override
        public void abort() {
            open.clear();
        }

        @Override
        public void close() {
            if (!open.isEmpty()) {
                flush(writtenTick);
            }
        }
    }
}
