package io.leat.executor.oracle;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks around any operator what all of them promise: columns as the schema says, no empty chunk, no weight of 0, no
 * NULL where there must be none, and an output that never holds a row less than zero times. Of its caller it checks that
 * watermarks never go back.
 */
public final class CheckedOperator implements Operator {
    private final Operator operator;
    private final Schema schema;
    private final Bag output = new Bag();
    private long watermark = Long.MIN_VALUE;

    /** An operator and the columns that it promises. */
    public CheckedOperator(Operator operator, Schema schema) {
        this.operator = operator;
        this.schema = schema;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        require(tick.watermark() >= watermark, () -> "the watermark went back from " + watermark);
        watermark = tick.watermark();
        ZSet change = operator.step(tick, inputs);
        change.chunks().forEach(this::check);
        Bag changed = Bag.of(schema, change);
        output.addAll(changed);
        for (List<Object> row : changed.rows().keySet()) {
            require(output.weight(row) >= 0, () -> "a row is there less than zero times: " + row);
        }
        return change;
    }

    /** The sum of all changes so far. */
    public Bag output() {
        return output;
    }

    private void check(Chunk chunk) {
        require(chunk.size() > 0, () -> "an empty chunk");
        require(chunk.columns().size() == schema.size(), () -> "not as many columns as " + schema.names());
        for (int i = 0; i < chunk.size(); i++) {
            require(chunk.weight(i) != 0, () -> "a weight of 0");
        }
        for (int i = 0; i < schema.size(); i++) {
            check(schema.name(i), schema.type(i), chunk.column(i), chunk.size());
        }
    }

    private static void check(String name, DataType type, Column column, int size) {
        require(column.size() == size, () -> "column " + name + " has " + column.size() + " values, not " + size);
        Class<?> expected = switch (type.layout()) {
            case LONG -> LongColumn.class;
            case DOUBLE -> DoubleColumn.class;
            case BYTES -> BytesColumn.class;
            case OBJECT -> ObjectColumn.class;
        };
        require(expected.isInstance(column), () -> "column " + name + " is not as a " + type + " lies in memory");
        for (int i = 0; i < size && !type.nullable(); i++) {
            require(!column.isNull(i), () -> "a NULL in column " + name + " of type " + type);
        }
    }

    private static void require(boolean condition, Supplier<String> failure) {
        if (!condition) {
            throw new AssertionError(failure.get());
        }
    }
}
