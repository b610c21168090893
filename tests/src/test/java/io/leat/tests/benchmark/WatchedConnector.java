package io.leat.tests.benchmark;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ForwardingSource;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** A connector under another name, whose sources can be watched as they are read. */
final class WatchedConnector implements Connector {
    private final Connector watched;
    private final Map<String, Double> shares = new ConcurrentHashMap<>();
    private volatile ProcessUse opened;
    private volatile double pause = Double.POSITIVE_INFINITY;

    private WatchedConnector(Connector watched) {
        this.watched = watched;
    }

    /** The connector of that name, watched. */
    static WatchedConnector of(String name) {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> connector.name().equals(name))
                .map(WatchedConnector::new)
                .findFirst()
                .orElseThrow();
    }

    /** What the process had used when the first source was opened; null before. */
    ProcessUse opened() {
        return opened;
    }

    /** Which share of the input has been read, of the table that is furthest behind; 0 before the first is opened. */
    double share() {
        return shares.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** Lets sources bring nothing more from a share of their input on, until {@link #goOn}. */
    void pauseAt(double share) {
        pause = share;
    }

    /** Lets sources bring the rest. */
    void goOn() {
        pause = Double.POSITIVE_INFINITY;
    }

    /** What the tables have to say in place of the connector's own name. */
    @Override
    public String name() {
        return "watched-" + watched.name();
    }

    @Override
    public List<ConnectorOption> options() {
        return watched.options();
    }

    @Override
    public List<MetadataColumn> metadata() {
        return watched.metadata();
    }

    @Override
    public void validate(TableDefinition table) {
        watched.validate(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return watched.boundedness(table);
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        opened = opened == null ? ProcessUse.now() : opened;
        return new WatchedSource(table.name(), watched.openSource(table, range, context));
    }

    private static long sum(Position position) {
        return position.offsets().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Says after each poll how far it is. */
    private final class WatchedSource extends ForwardingSource {
        private final String table;
        private final double end;

        WatchedSource(String table, Source source) {
            super(source);
            this.table = table;
            this.end = Math.max(1, sum(source.end()));
            shares.put(table, 0.0);
        }

        @Override
        public PollStatus poll(RowCollector rows, int maxRows) {
            if (sum(position()) / end >= pause) {
                return PollStatus.IDLE;
            }
            PollStatus status = super.poll(rows, maxRows);
            shares.put(table, sum(position()) / end);
            return status;
        }
    }
}
