package io.leat.planner.expression;

import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.ZoneFunctions;
import java.time.ZoneOffset;
import java.util.List;

/** Between instants (TIMESTAMP_LTZ) and local times (TIMESTAMP): in UTC a cast, elsewhere a function of the zone. */
final class ZoneCasts {

    private ZoneCasts() {}

    /** An instant as a local time of the session's zone; anything else as it is. */
    static Expression toLocal(Expression value, TranslationContext context) {
        return value.type().kind() == TypeKind.TIMESTAMP_LTZ
                ? convert(value, DataType.TIMESTAMP, "toLocal", context)
                : value;
    }

    /** A local time of the session's zone as an instant; anything else as it is. */
    static Expression toInstant(Expression value, TranslationContext context) {
        return value.type().kind() == TypeKind.TIMESTAMP
                ? convert(value, DataType.TIMESTAMP_LTZ, "toInstant", context)
                : value;
    }

    private static Expression convert(Expression value, DataType target, String method, TranslationContext context) {
        DataType type = target.withNullable(value.type().nullable());
        if (context.zone().normalized().equals(ZoneOffset.UTC)) {
            return new Cast(value, type, false);
        }
        return new Invoke(
                ZoneFunctions.class.getName(),
                method,
                List.of("long", "java.lang.String"),
                true,
                List.of(value, Literals.name(context.zone().getId())),
                type);
    }
}
