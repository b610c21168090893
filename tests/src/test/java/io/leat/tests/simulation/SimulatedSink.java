package io.leat.tests.simulation;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes to a topic: with an identity in transactions that carry the tick, and so exactly once if it is not given ticks again
 * that it has; else at least once.
 */
final class SimulatedSink implements Sink {
    private final List<ColumnDefinition> columns;
    private final Partition topic;
    private final Broker broker;
    private final SimulatedProcess process;
    private final Optional<String> identity;
    private final List<Entry> waiting = new ArrayList<>();
    private long epoch;
    private boolean closed;

    SimulatedSink(TableDefinition table, Broker broker, SimulatedProcess process, Optional<String> identity) {
        this.columns = table.writtenColumns();
        this.topic = broker.topic(table.option("topic").orElseThrow()).get(0);
        this.broker = broker;
        this.process = process;
        this.identity = identity;
        identity.ifPresent(name -> epoch = broker.fence(name));
    }

    @Override
    public OptionalLong lastTick() {
        process.alive();
        return identity.map(broker::progress).orElse(OptionalLong.empty());
    }

    @Override
    public void write(long tick, ZSet changes) {
        process.alive();
        for (Chunk chunk : changes.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(JavaValues.get(columns.get(i).type(), chunk.column(i), row));
                }
                Entry.State state = identity.isPresent() ? Entry.State.OPEN : Entry.State.COMMITTED;
                waiting.add(new Entry(values, chunk.weight(row), tick, state));
            }
        }
    }

    @Override
    public void flush(long upToTick) {
        process.alive();
        if (identity.isEmpty()) {
            broker.await();
            for (Entry entry : waiting) {
                process.step("append " + entry);
                topic.append(entry);
            }
        } else {
            commit(identity.get(), upToTick);
        }
        waiting.clear();
    }

    /** A commit whose answer was lost is looked for under a new epoch, and repeated if it is not there. */
    private void commit(String name, long tick) {
        while (true) {
            try {
                transaction(name, tick);
                return;
            } catch (LeatException e) {
                if (e.code() != ErrorCode.TIMEOUT) {
                    throw e;
                }
                process.step("fence " + tick);
                epoch = broker.fence(name);
                if (broker.progress(name).orElse(-1) >= tick) {
                    return;
                }
            }
        }
    }

    private void transaction(String name, long tick) {
        for (Entry entry : waiting) {
            process.step("append " + entry);
            Entry copy = new Entry(entry.values(), entry.weight(), entry.tick(), Entry.State.OPEN);
            broker.append(name, epoch, topic, copy);
        }
        process.step("commit " + tick);
        broker.commit(name, epoch, tick);
        process.step("committed " + tick);
    }

    @Override
    public void abort() {
        closed = true;
        waiting.clear();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!waiting.isEmpty()) {
                flush(waiting.get(waiting.size() - 1).tick());
            }
        }
    }
}
