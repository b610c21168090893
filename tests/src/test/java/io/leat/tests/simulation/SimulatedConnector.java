package io.leat.tests.simulation;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Connector {@code simulated}: tables over topics of the simulated broker, as one process sees it. */
final class SimulatedConnector implements Connector {
    private final Broker broker;
    private final SimulatedProcess process;
    private final Random random;

    SimulatedConnector(Broker broker, SimulatedProcess process, Random random) {
        this.broker = broker;
        this.process = process;
        this.random = random;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of(
                ConnectorOption.required("topic", Kind.TEXT, "The topic."),
                ConnectorOption.optional("mode", Kind.TEXT, "none", "What changes a sink takes."),
                ConnectorOption.optional("missing", Kind.TEXT, "fail", "What becomes of records that were deleted."));
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        process.step("open source " + table.name() + " " + range);
        broker.await();
        return new SimulatedSource(table, broker, process, new Random(random.nextLong()), range);
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.valueOf(table.option("mode").orElse("none").toUpperCase(Locale.ROOT));
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        process.step("open sink " + table.name() + " " + context.identity().isPresent());
        broker.await();
        return new SimulatedSink(table, broker, process, context.identity());
    }
}
