package io.leat.connector.print;

import io.leat.connector.format.TextWriter;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a change as {@code +I[...]} or {@code -D[...]}, as often as its weight says, at once. */
final class PrintSink implements Sink {
    private final List<DataType> types;
    private final String prefix;
    private final Consumer<String> console;
    private final TextWriter texts = TextWriter.sql();

    PrintSink(List<ColumnDefinition> columns, String prefix, Consumer<String> console) {
        this.types = columns.stream().map(ColumnDefinition::type).toList();
        this.prefix = prefix;
        this.console = console;
    }

    @Override
    public OptionalLong lastTick() {
        return OptionalLong.empty();
    }

    @Override
    public void write(long tick, ZSet changes) {
        for (Chunk chunk : changes.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                print(chunk, row);
            }
        }
    }

    private void print(Chunk chunk, int row) {
        long weight = chunk.weight(row);
        String line = prefix + (weight > 0 ? "+I[" : "-D[") + values(chunk, row) + "]";
        for (long i = Math.abs(weight); i > 0; i--) {
            console.accept(line);
        }
    }

    private String values(Chunk chunk, int row) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> text(types.get(i), JavaValues.get(types.get(i), chunk.column(i), row)))
                .collect(Collectors.joining(", "));
    }

    private String text(DataType type, Object value) {
        return value == null ? "null" : texts.text(type, value);
    }

    @Override
    public void flush(long upToTick) {
        // Lines are written at once.
    }

    @Override
    public void close() {
        // The console is the engine's.
    }
}
