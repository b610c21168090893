package io.leat.tests.nexmark;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordEncoder;
import io.leat.connector.nexmark.NexmarkConnector;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rows of the three tables as records, for sources that read them from somewhere. */
final class NexmarkRecords {
    /** The names of the tables. */
    static final List<String> TABLES = List.of("person", "auction", "bid");

    /** After so many events the pattern of tables repeats. */
    static final int ROUND = 50;

    private NexmarkRecords() {}

    /**
     * Encodes a table's rows in order.
     *
     * @param taken takes for each record its bytes, and the number of the round that it is in: dealt out by rounds, the
     *     records of each share are in the order of event time, and the shares go on together
     */
    static void encode(String table, String format, long events, long seed, long rate, BiConsumer<Long, byte[]> taken) {
        List<Field> fields = fields(table);
        TableDefinition definition = definition(table, fields, events, seed, rate);
        Format named = Formats.named(format);
        OptionReader options = new OptionReader(definition, Formats.options(""));
        RecordEncoder encoder = named.encoder(fields, new FormatOptions(options, "", format));
        SourceContext context = new SourceContext(Clock.system(), Limits.DEFAULT, Path.of("."));
        try (Source source = new NexmarkConnector().openSource(definition, SourceRange.ALL, context)) {
            PollStatus status = PollStatus.MORE;
            for (long round = 0; status == PollStatus.MORE; round++) {
                long current = round;
                status = source.poll(new Chunks(chunk -> each(chunk, encoder, current, taken)), ROUND);
            }
        }
    }

    private static void each(Chunk chunk, RecordEncoder encoder, long round, BiConsumer<Long, byte[]> taken) {
        for (int row = 0; row < chunk.size(); row++) {
            taken.accept(round, encoder.encode(chunk, row));
        }
    }

    private static TableDefinition definition(String table, List<Field> fields, long events, long seed, long rate) {
        List<ColumnDefinition> columns = fields.stream()
                .map(field -> ColumnDefinition.physical(field.name(), field.type()))
                .toList();
        Map<String, String> options =
                Map.of("table", table, "events", "" + events, "seed", "" + seed, "event-time.rate", "" + rate);
        return new TableDefinition(table, columns, List.of(), Optional.empty(), options);
    }

    private static List<Field> fields(String table) {
        return switch (table) {
            case "person" ->
                List.of(
                        number("id"),
                        text("name"),
                        text("emailAddress"),
                        text("creditCard"),
                        text("city"),
                        text("state"),
                        time("dateTime"),
                        text("extra"));
            case "auction" ->
                List.of(
                        number("id"),
                        text("itemName"),
                        text("description"),
                        number("initialBid"),
                        number("reserve"),
                        time("dateTime"),
                        time("expires"),
                        number("seller"),
                        number("category"),
                        text("extra"));
            default ->
                List.of(
                        number("auction"),
                        number("bidder"),
                        number("price"),
                        text("channel"),
                        text("url"),
                        time("dateTime"),
                        text("extra"));
        };
    }

    private static Field number(String name) {
        return new Field(name, DataType.BIGINT);
    }

    private static Field text(String name) {
        return new Field(name, DataType.STRING);
    }

    private static Field time(String name) {
        return new Field(name, DataType.TIMESTAMP);
    }

    /** Takes chunks, which is all that this source gives. */
    private record Chunks(java.util.function.Consumer<Chunk> taken) implements RowCollector {

        @Override
        public void chunk(int partition, Chunk stored) {
            taken.accept(stored);
        }

        @Override
        public ColumnBuilder column(int storedColumn) {
            throw new UnsupportedOperationException("rows come in chunks");
        }

        @Override
        public void endRow(int partition, long weight) {
            throw new UnsupportedOperationException("rows come in chunks");
        }

        @Override
        public void discardRow() {
            throw new UnsupportedOperationException("rows come in chunks");
        }

        @Override
        public void badRecord(BadRecord bad) {
            throw new UnsupportedOperationException(bad.reason());
        }
    }
}
