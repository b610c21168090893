package io.leat.core.batch;

import java.util.Arrays;
import java.util.List;

/**
 * Some thousand rows as columns, each row with a signed weight: how many times it is inserted (or retracted, below 0).
 *
 * @param size how many rows
 * @param columns one column a field of the schema, all of that size
 * @param weights the weights, or null when all are +1; never 0; may be longer than {@code size}
 */
public record Chunk(int size, List<Column> columns, long[] weights) {
    public Chunk {
        columns = List.copyOf(columns);
    }

    /** A column. */
    public Column column(int index) {
        return columns.get(index);
    }

    /** The weight of a row. */
    public long weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** The given rows, in that order, as a new chunk. */
    public Chunk gather(int[] rows, int count) {
        long[] gathered = weights == null ? null : new long[count];
        for (int i = 0; gathered != null && i < count; i++) {
            gathered[i] = weights[rows[i]];
        }
        Column[] others = new Column[columns.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = columns.get(i).gather(rows, count);
        }
        return new Chunk(count, List.of(others), gathered);
    }

    /** As {@link #gather}, but long values are {@linkplain BytesColumn#pick copied} when they are first asked for, if ever. */
    public Chunk pick(int[] rows, int count) {
        int[] picked = Arrays.copyOf(rows, count);
        long[] weighing = weights == null ? null : new long[count];
        for (int i = 0; weighing != null && i < count; i++) {
            weighing[i] = weights[rows[i]];
        }
        Column[] others = new Column[columns.size()];
        for (int i = 0; i < others.length; i++) {
            Column column = columns.get(i);
            others[i] = column instanceof BytesColumn bytes ? bytes.pick(picked, count) : column.gather(picked, count);
        }
        return new Chunk(count, List.of(others), weighing);
    }

    /** {@code count} rows that follow each other, as a new chunk. */
    public Chunk slice(int from, int count) {
        Column[] others = new Column[columns.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = columns.get(i).slice(from, count);
        }
        return new Chunk(
                count, List.of(others), weights == null ? null : Arrays.copyOfRange(weights, from, from + count));
    }

    /** The same rows and weights with other columns. */
    public Chunk withColumns(List<Column> others) {
        return new Chunk(size, others, weights);
    }

    /** The same rows with the given columns only, in that order. */
    public Chunk select(List<Integer> indexes) {
        Column[] others = new Column[indexes.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = columns.get(indexes.get(i));
        }
        return withColumns(List.of(others));
    }

    /** The same rows with each weight's sign turned round. */
    public Chunk negate() {
        long[] negated = new long[size];
        for (int i = 0; i < size; i++) {
            negated[i] = -weight(i);
        }
        return new Chunk(size, columns, negated);
    }
}
