package io.leat.connector.datagen;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;

/** Generated rows: random or in sequence, bounded by a number of rows or by the end of a sequence, or endless. */
public final class DatagenConnector implements Connector {
    static final String ROWS_PER_SECOND = "rows-per-second";
    static final String NUMBER_OF_ROWS = "number-of-rows";
    static final String SEED = "seed";

    static final List<ConnectorOption> OPTIONS = List.of(
            ConnectorOption.optional(ROWS_PER_SECOND, Kind.INTEGER, "10000", "How many rows come in a second."),
            ConnectorOption.optional(NUMBER_OF_ROWS, Kind.INTEGER, "How many rows there are; without it, no end."),
            ConnectorOption.optional(SEED, Kind.INTEGER, "0", "Another seed gives other random values."),
            ConnectorOption.optional(
                    "fields.*",
                    Kind.TEXT,
                    "fields.COLUMN.kind (random, sequence), .min, .max, .length, .null-rate, .max-past, .start, .end"));

    @Override
    public String name() {
        return "datagen";
    }

    @Override
    public List<ConnectorOption> options() {
        return OPTIONS;
    }

    @Override
    public void validate(TableDefinition table) {
        DatagenPlan.of(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return DatagenPlan.of(table).rows().isPresent() ? Boundedness.BOUNDED : Boundedness.UNBOUNDED;
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        return new DatagenSource(DatagenPlan.of(table), range, context.clock());
    }
}
