package io.leat.engine;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One row of a result. Values are Java objects as {@link JavaValues} describes them; columns count from 0. Immutable and
 * safe from any thread.
 */
public final class Row {
    private final Schema schema;
    private final Chunk chunk;
    private final int row;

    /** The row of a chunk that has the schema's columns. */
    Row(Schema schema, Chunk chunk, int row) {
        this.schema = schema;
        this.chunk = chunk;
        this.row = row;
    }

    /** The columns. */
    public Schema schema() {
        return schema;
    }

    /** How many columns. */
    public int size() {
        return schema.size();
    }

    /** A value by place, null for NULL. */
    public Object get(int column) {
        return JavaValues.get(schema.type(column), chunk.column(column), row);
    }

    /**
     * A value by name (case-insensitive; the first of that name), null for NULL.
     *
     * @throws LeatException UNKNOWN_COLUMN if there is none of that name
     */
    public Object get(String column) {
        int index = schema.indexOf(column);
        if (index < 0) {
            throw LeatException.of(ErrorCode.UNKNOWN_COLUMN, "the result has no column \"" + column + "\"")
                    .hint("Columns: " + String.join(", ", schema.names()) + ".");
        }
        return get(index);
    }

    /** Whether a value is NULL. */
    public boolean isNull(int column) {
        return chunk.column(column).isNull(row);
    }

    /** A number as long; 0 for NULL. */
    public long getLong(int column) {
        return get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A number as long, by name; 0 for NULL. */
    public long getLong(String column) {
        return get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A number as double; 0 for NULL. */
    public double getDouble(int column) {
        return get(column) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A DECIMAL; null for NULL. */
    public BigDecimal getDecimal(int column) {
        return (BigDecimal) get(column);
    }

    /** The text of a value, null for NULL. */
    public String getString(int column) {
        return Objects.toString(get(column), null);
    }

    /** The text of a value by name, null for NULL. */
    public String getString(String column) {
        return Objects.toString(get(column), null);
    }

    /** All values, in order. */
    public List<Object> values() {
        List<Object> values = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            values.add(get(i));
        }
        return Collections.unmodifiableList(values);
    }

    /** Rows are equal when their values are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
