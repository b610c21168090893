package io.leat.connector.print;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.OptionalLong;

/** {@code 'connector'='blackhole'}: takes every change and keeps nothing; for measuring what a query costs. */
public final class BlackholeConnector implements Connector {

    @Override
    public String name() {
        return "blackhole";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of();
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.CHANGELOG;
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return new Blackhole();
    }

    /** Nothing comes out of it, not even the last tick. */
    private static final class Blackhole implements Sink {

        @Override
        public OptionalLong lastTick() {
            return OptionalLong.empty();
        }

        @Override
        public boolean wantsSums() {
            return false;
        }

        @Override
        public void write(long tick, ZSet changes) {
            // Whatever it was, it is gone: that is what this sink is for.
        }

        @Override
        public void flush(long upToTick) {
            // Nothing to show.
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }
}
