package io.leat.connector.nexmark;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;

/** The tables of the Nexmark benchmark, generated: bounded by a number of events, or endless. */
public final class NexmarkConnector implements Connector {
    static final String TABLE = "table";
    static final String EVENTS = "events";
    static final String SEED = "seed";
    static final String RATE = "rate";
    static final String LIVE = "live";
    static final String START = "event-time.start";
    static final String EVENT_RATE = "event-time.rate";

    static final List<ConnectorOption> OPTIONS = List.of(
            ConnectorOption.required(TABLE, Kind.TEXT, "Which of the tables it is: person, auction or bid."),
            ConnectorOption.optional(
                    EVENTS, Kind.INTEGER, "How many events there are in all three tables; without it, no end."),
            ConnectorOption.optional(SEED, Kind.INTEGER, "1", "Another seed gives other events."),
            ConnectorOption.optional(
                    RATE,
                    Kind.INTEGER,
                    "How many events of all three tables come in a second; without it, as fast as they are read."),
            ConnectorOption.optional(
                    LIVE, Kind.BOOLEAN, "false", "Whether events come when the clock shows their event time."),
            ConnectorOption.optional(
                    START, Kind.TEXT, "2015-07-15 00:00:00", "The event time of the first event, in UTC."),
            ConnectorOption.optional(
                    EVENT_RATE, Kind.INTEGER, "10000", "How many events happen in a second of event time."));

    @Override
    public String name() {
        return "nexmark";
    }

    @Override
    public List<ConnectorOption> options() {
        return OPTIONS;
    }

    @Override
    public void validate(TableDefinition table) {
        NexmarkPlan.of(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return NexmarkPlan.of(table).events() == Long.MAX_VALUE ? Boundedness.UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        return new NexmarkSource(NexmarkPlan.of(table), range, context);
    }
}
