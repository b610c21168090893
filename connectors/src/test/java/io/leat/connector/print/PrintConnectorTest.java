package io.leat.connector.print;

import static io.leat.connector.contract.Tables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.connector.contract.SinkContract;
import io.leat.connector.contract.Tables;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Connector;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintConnectorTest extends SinkContract {
    private final List<String> console = new ArrayList<>();

    @Override
    protected Connector connector() {
        return new PrintConnector();
    }

    @Override
    protected TableDefinition table() {
        return Tables.of(
                List.of(column("id", DataType.INTEGER), column("ts", DataType.TIMESTAMP)),
                Map.of("connector", "print", "print-identifier", "out"));
    }

    @Override
    protected SinkContext context() {
        return new SinkContext(new ManualClock(0), Limits.DEFAULT, Path.of("."), console::add);
    }

    @Override
    protected List<Object> row(int number) {
        return java.util.Arrays.asList(number, null);
    }

    @Override
    protected List<String> visible() {
        return console;
    }

    @Override
    protected String shown(List<Object> row) {
        return "out> +I[" + row.get(0) + ", null]";
    }

    @Override
    protected boolean knowsItsLastTick() {
        return false;
    }

    @Test
    void writesEachChangeWithItsSignAsOftenAsItsWeightSays() {
        TableDefinition table = Tables.of(List.of(column("ts", DataType.TIMESTAMP)), Map.of("connector", "print"));
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.TIMESTAMP), 2);
        builder.column(0).appendLong(0);
        builder.endRow(-2);
        builder.column(0).appendLong(1);
        builder.endRow(1);
        try (Sink sink = connector().openSink(table, context())) {
            sink.write(1, ZSet.of(builder.build()));
        }
        assertEquals(
                List.of("-D[1970-01-01 00:00:00.000]", "-D[1970-01-01 00:00:00.000]", "+I[1970-01-01 00:00:00.001]"),
                console);
    }

    @Test
    void aBlackHoleTakesEverything() {
        Connector blackhole = new BlackholeConnector();
        assertEquals(SinkMode.CHANGELOG, blackhole.sinkMode(table()));
        try (Sink sink = blackhole.openSink(table(), context())) {
            sink.write(1, rows(0, 3));
            sink.flush(1);
            assertEquals(java.util.OptionalLong.empty(), sink.lastTick());
        }
        assertEquals(List.of(), console);
    }
}
