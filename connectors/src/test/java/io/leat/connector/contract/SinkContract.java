package io.leat.connector.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every sink must do: show what was flushed, whole and once, and know its last tick if it knows any. */
public abstract class SinkContract {

    /** The connector. */
    protected abstract Connector connector();

    /** A table over a new, empty place; the same one for all calls in one test. */
    protected abstract TableDefinition table();

    /** What the engine gives the sink. */
    protected abstract SinkContext context();

    /** A row for the table, different for every number; the first column is the key if there is one. */
    protected abstract List<Object> row(int number);

    /** How the outside world shows the rows it has, in any order: one text a row. */
    protected abstract List<String> visible();

    /** How the outside world shows that row. */
    protected abstract String shown(List<Object> row);

    /** Whether the sink can know its last tick. */
    protected abstract boolean knowsItsLastTick();

    /** A new sink of the table. */
    public Sink open() {
        return connector().openSink(table(), context());
    }

    /** Insertions of rows with the given numbers. */
    public ZSet rows(int from, int to) {
        List<DataType> types =
                table().writtenColumns().stream().map(ColumnDefinition::type).toList();
        ChunkBuilder builder = new ChunkBuilder(types, 4);
        for (int number = from; number < to; number++) {
            List<Object> values = row(number);
            for (int i = 0; i < types.size(); i++) {
                JavaValues.append(builder.column(i), types.get(i), values.get(i));
            }
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    private List<String> expected(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int number = from; number < to; number++) {
            lines.add(shown(row(number)));
        }
        return lines.stream().sorted().toList();
    }

    /** Checks that the outside world shows the rows with the given numbers, each once, and nothing else. */
    public void assertVisible(int from, int to) {
        assertEquals(expected(from, to), visible().stream().sorted().toList());
    }

    @Test
    void isFoundAndAcceptsItsTable() {
        boolean found = ServiceLoader.load(Connector.class).stream()
                .anyMatch(provider -> provider.get().name().equals(connector().name()));
        assertTrue(found, "not listed in META-INF/services");
        new OptionReader(table(), connector().options()).validate();
        connector().validate(table());
        assertNotEquals(SinkMode.NONE, connector().sinkMode(table()));
    }

    @Test
    void showsWhatWasFlushed() {
        try (Sink sink = open()) {
            assertEquals(OptionalLong.empty(), sink.lastTick());
            sink.write(1, rows(0, 10));
            sink.write(2, rows(10, 13));
            sink.flush(2);
            assertVisible(0, 13);
            sink.write(3, ZSet.EMPTY);
            sink.write(4, rows(13, 20));
            sink.flush(4);
            assertVisible(0, 20);
        }
    }

    @Test
    void showsWhatWasWrittenWhenItIsClosed() {
        Sink sink = open();
        sink.write(1, rows(0, 5));
        sink.close();
        sink.close();
        assertVisible(0, 5);
    }

    @Test
    void promisesToDeliverOnceIfItKnowsItsLastTick() {
        DeliveryGuarantee expected =
                knowsItsLastTick() ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE;
        assertEquals(
                expected, connector().guarantee(table(), context().identity().isPresent()));
    }

    @Test
    void knowsItsLastTickAfterAnotherStart() {
        try (Sink sink = open()) {
            sink.write(7, rows(0, 5));
            sink.flush(7);
            sink.write(9, rows(5, 6));
            sink.flush(9);
        }
        try (Sink sink = open()) {
            assertEquals(knowsItsLastTick() ? OptionalLong.of(9) : OptionalLong.empty(), sink.lastTick());
            sink.write(10, rows(6, 8));
            sink.flush(10);
        }
        assertVisible(0, 8);
    }

    @Test
    void mayBeClosedWithNothingWritten() {
        try (Sink sink = open()) {
            sink.flush(1);
        }
        assertVisible(0, 0);
    }
}
