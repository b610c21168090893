package io.leat.tests.nexmark;

import io.leat.connector.nexmark.NexmarkConnector;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of one of the three tables, to be written somewhere. */
final class NexmarkRows implements AutoCloseable {
    /** The names of the tables. */
    static final List<String> TABLES = List.of("person", "auction", "bid");

    /** After so many events the pattern of tables repeats. */
    static final int ROUND = 50;

    private final Source source;
    private PollStatus status = PollStatus.MORE;

    /** The rows of a table among some events. */
    NexmarkRows(String table, NexmarkData data) {
        SourceContext context = new SourceContext(Clock.system(), Limits.DEFAULT, Path.of("."));
        source = new NexmarkConnector().openSource(definition(table, data), SourceRange.ALL, context);
    }

    /** Whether there may be more rows. */
    boolean hasNext() {
        return status == PollStatus.MORE;
    }

    /** The rows of that many events more; fewer at the end. */
    List<Chunk> next(int events) {
        List<Chunk> rows = new ArrayList<>();
        status = source.poll(new Chunks(rows::add), events);
        return rows;
    }

    @Override
    public void close() {
        source.close();
    }

    private static TableDefinition definition(String table, NexmarkData data) {
        List<ColumnDefinition> columns = fields(table).stream()
                .map(field -> ColumnDefinition.physical(field.name(), field.type()))
                .toList();
        Map<String, String> options = Map.of(
                "table",
                table,
                "events",
                "" + data.events(),
                "seed",
                "" + data.seed(),
                "event-time.rate",
                "" + data.rate());
        return new TableDefinition(table, columns, List.of(), Optional.empty(), options);
    }

    /** The columns of a table. */
    static List<Field> fields(String table) {
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
    private record Chunks(Consumer<Chunk> taken) implements RowCollector {

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
