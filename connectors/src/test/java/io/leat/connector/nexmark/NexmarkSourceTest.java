package io.leat.connector.nexmark;

import io.leat.connector.contract.SourceContract;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The contract of sources, kept by a table with an end and a rate. */
class NexmarkSourceTest extends SourceContract {
    private final ManualClock clock = new ManualClock(0);

    @Override
    protected Connector connector() {
        return new NexmarkConnector();
    }

    @Override
    protected TableDefinition table() {
        return NexmarkTables.of(NexmarkTable.AUCTION, Map.of("events", "120", "rate", "1000"));
    }

    @Override
    protected SourceContext context() {
        return new SourceContext(clock, Limits.DEFAULT, Path.of("."));
    }

    @Override
    protected void letTimePass() {
        clock.advance(Duration.ofMillis(3));
    }
}
