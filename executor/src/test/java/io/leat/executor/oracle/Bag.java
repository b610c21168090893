package io.leat.executor.oracle;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.type.Schema;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A multiset of rows of Java values with signed weights, none of them 0. Binary values are held as {@link ByteBuffer}. */
public final class Bag {
    private final Map<List<Object>, Long> weights = new LinkedHashMap<>();

    /** A row of the given values, of which some may be null. */
    public static List<Object> row(Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The rows of a Z-set. */
    public static Bag of(Schema schema, ZSet rows) {
        Bag bag = new Bag();
        bag.addAll(schema, rows);
        return bag;
    }

    /** Adds a row so many times; below 0 takes it away. */
    public Bag add(List<Object> row, long weight) {
        long sum = weights.getOrDefault(row, 0L) + weight;
        if (sum == 0) {
            weights.remove(row);
        } else {
            weights.put(row, sum);
        }
        return this;
    }

    /** Adds all rows of another bag. */
    public Bag addAll(Bag other) {
        other.weights.forEach(this::add);
        return this;
    }

    /** Adds all rows of a Z-set. */
    public void addAll(Schema schema, ZSet rows) {
        for (Chunk chunk : rows.chunks()) {
            for (int i = 0; i < chunk.size(); i++) {
                add(read(schema, chunk, i), chunk.weight(i));
            }
        }
    }

    private static List<Object> read(Schema schema, Chunk chunk, int row) {
        Object[] values = new Object[schema.size()];
        for (int c = 0; c < values.length; c++) {
            Object value = JavaValues.get(schema.type(c), chunk.column(c), row);
            values[c] = value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
        }
        return row(values);
    }

    /** The rows as one Z-set of chunks with at most so many rows each. */
    public ZSet toZSet(Schema schema, int chunkRows) {
        List<Chunk> chunks = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(schema.types(), chunkRows);
        weights.forEach((row, weight) -> {
            write(schema, builder, row, weight);
            if (builder.size() == chunkRows) {
                chunks.add(builder.build());
            }
        });
        chunks.add(builder.build());
        return ZSet.of(chunks);
    }

    /** Appends a row to a builder of the schema's types. */
    public static void write(Schema schema, ChunkBuilder builder, List<Object> row, long weight) {
        for (int c = 0; c < schema.size(); c++) {
            Object value = row.get(c);
            Object plain = value instanceof ByteBuffer bytes ? bytes.array() : value;
            JavaValues.append(builder.column(c), schema.type(c), plain);
        }
        builder.endRow(weight);
    }

    /** The rows and their weights; none is 0. */
    public Map<List<Object>, Long> rows() {
        return Collections.unmodifiableMap(weights);
    }

    /** The weight of a row, 0 if it is not there. */
    public long weight(List<Object> row) {
        return weights.getOrDefault(row, 0L);
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return weights.isEmpty();
    }

    /** Whether every weight is above 0. */
    public boolean isPositive() {
        return weights.values().stream().allMatch(weight -> weight > 0);
    }

    /** This without that. */
    public Bag minus(Bag other) {
        Bag difference = new Bag().addAll(this);
        other.weights.forEach((row, weight) -> difference.add(row, -weight));
        return difference;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bag bag && weights.equals(bag.weights);
    }

    @Override
    public int hashCode() {
        return weights.hashCode();
    }

    @Override
    public String toString() {
        return weights.toString();
    }
}
