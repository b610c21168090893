package io.leat.planner.logical;

import io.leat.core.plan.Join;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;

/** The columns of a join's result. */
public final class JoinSchema {

    private JoinSchema() {}

    /** Left then right columns, nullable on the side that an outer join fills; SEMI and ANTI have the left only. */
    public static Schema of(Join.Kind kind, Schema left, Schema right) {
        if (kind == Join.Kind.SEMI || kind == Join.Kind.ANTI) {
            return left;
        }
        Schema leftPart = kind.keepsRight() ? nullable(left) : left;
        return leftPart.concat(kind.keepsLeft() ? nullable(right) : right);
    }

    private static Schema nullable(Schema schema) {
        return new Schema(schema.fields().stream()
                .map(field -> new Field(field.name(), field.type().withNullable(true)))
                .toList());
    }
}
