package io.leat.connector.print;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Optional;

/** {@code 'connector'='print'}: every change as a line on the console, such as {@code +I[1, a]}. */
public final class PrintConnector implements Connector {
    private static final String IDENTIFIER = "print-identifier";
    private static final List<ConnectorOption> OPTIONS =
            List.of(ConnectorOption.optional(IDENTIFIER, Kind.TEXT, "What each line begins with, before a '> '."));

    @Override
    public String name() {
        return "print";
    }

    @Override
    public List<ConnectorOption> options() {
        return OPTIONS;
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.CHANGELOG;
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        Optional<String> identifier = new OptionReader(table, OPTIONS).text(IDENTIFIER);
        String prefix = identifier
                .filter(text -> !text.isEmpty())
                .map(text -> text + "> ")
                .orElse("");
        return new PrintSink(table.writtenColumns(), prefix, context.console());
    }
}
