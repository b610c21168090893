package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;

/** The columns that windows add to a row. */
final class WindowSchema {

    private WindowSchema() {}

    /** The input's columns, then window_start, window_end and window_time (end - 1 ms), of the time column's type. */
    static Schema of(Schema input, int timeColumn) {
        DataType time = input.type(timeColumn).withNullable(false);
        return input.concat(Schema.of(
                new Field("window_start", time), new Field("window_end", time), new Field("window_time", time)));
    }
}
