package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.List;

/**
 * Adds to each row the time of the tick that it comes in, as the clock has it: {@code PROCTIME()}. Linear, keeps no state.
 * The input only adds rows, since a row taken back later would not be found again under its time.
 *
 * <p>From here on time is processing time: the watermark is the millisecond before the tick's time.
 */
public record ProcessingTime(Plan input) implements Plan {

    /** The column that is added, the last one. */
    public static final Field COLUMN = new Field("$processing_time", DataType.TIMESTAMP_LTZ.withNullable(false));

    @Override
    public Schema schema() {
        return input.schema().concat(Schema.of(COLUMN));
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.processingTime(this);
    }
}
