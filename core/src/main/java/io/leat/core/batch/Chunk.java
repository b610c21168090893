package io.leat.core.batch;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Some thousand rows as columns, each row with a signed weight: how many times it is inserted (or retracted, below 0).
 *
 * @param size how many rows
 * @param columns one column a field of the schema, all of that size
 * @param weights the weights, or null when all are +1; never 0; may be longer than {@code size}
 * @param origin where its rows come from; null if that is not known, as it is not where nobody asks for it
 */
public record Chunk(int size, List<Column> columns, long[] weights, Origin origin) {
    public Chunk {
        columns = List.copyOf(columns);
    }

    /** Rows of which nobody knows where they come from. */
    public Chunk(int size, List<Column> columns, long[] weights) {
        this(size, columns, weights, null);
    }

    /** The same rows, coming from there; null if that is not known. */
    public Chunk withOrigin(Origin from) {
        return from == origin ? this : new Chunk(size, columns, weights, from);
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
        return chosen(rows, count, column -> column.gather(rows, count));
    }

    /** As {@link #gather}, but long values are {@linkplain BytesColumn#pick copied} when they are first asked for, if ever. */
    public Chunk pick(int[] rows, int count) {
        int[] picked = Arrays.copyOf(rows, count);
        return chosen(
                picked,
                count,
                column ->
                        column instanceof BytesColumn bytes ? bytes.pick(picked, count) : column.gather(picked, count));
    }

    private Chunk chosen(int[] rows, int count, UnaryOperator<Column> choose) {
        long[] chosen = weights == null ? null : new long[count];
        for (int i = 0; chosen != null && i < count; i++) {
            chosen[i] = weights[rows[i]];
        }
        Column[] others = new Column[columns.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = choose.apply(columns.get(i));
        }
        return new Chunk(count, List.of(others), chosen, origin == null ? null : origin.gather(rows, count));
    }

    /** {@code count} rows that follow each other, as a new chunk. */
    public Chunk slice(int from, int count) {
        Column[] others = new Column[columns.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = columns.get(i).slice(from, count);
        }
        return new Chunk(
                count,
                List.of(others),
                weights == null ? null : Arrays.copyOfRange(weights, from, from + count),
                origin == null ? null : origin.slice(from, count));
    }

    /** The same rows and weights with other columns. */
    public Chunk withColumns(List<Column> others) {
        return new Chunk(size, others, weights, origin);
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
        return new Chunk(size, columns, negated, origin);
    }
}
