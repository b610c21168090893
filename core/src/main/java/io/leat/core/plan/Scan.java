package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.List;

/**
 * Reads a table or a materialized view.
 *
 * @param relation its name in the catalog, in the case that the catalog has
 * @param columns which of its columns are read, in this order
 * @param arrival whether one more column comes last: {@link #ARRIVAL}, the watermark of the row's own partition when the
 *     row arrived (largest watermark expression of the rows before it; {@code Long.MIN_VALUE} for the first). Lateness is
 *     decided from it alone, so it does not depend on where ticks were cut.
 * @param changes whether rows are ever taken back
 * @param schema the columns read, and the arrival column
 */
public record Scan(String relation, List<Integer> columns, boolean arrival, ChangeMode changes, Schema schema)
        implements Plan {

    /** The field that {@link #arrival} adds: milliseconds, never NULL. */
    public static final Field ARRIVAL =
            new Field("$arrival", DataType.of(TypeKind.BIGINT).withNullable(false));

    public Scan {
        columns = List.copyOf(columns);
    }

    @Override
    public List<Plan> inputs() {
        return List.of();
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.scan(this);
    }
}
