package io.leat.planner.expression;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.IntervalFunctions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** CAST, TRY_CAST and {@code ::}; conversions that only say that NULL cannot occur are left out. */
final class CastCalls {

    private CastCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("CAST", translation(false));
        translations.put("::", translation(false));
        translations.put("TRY_CAST", translation(true));
        translations.put("SAFE_CAST", translation(true));
        translations.put("REINTERPRET", CastCalls::reinterpret);
    }

    private static CallTranslation translation(boolean safe) {
        return (call, operands, context) -> cast(operands.get(0), Calls.type(call), safe, context);
    }

    /** A conversion to a type, NULL where the value is NULL. */
    static Expression cast(Expression operand, DataType type, boolean safe, TranslationContext context) {
        TypeKind from = operand.type().kind();
        TypeKind to = type.kind();
        boolean zoned = from == TypeKind.TIMESTAMP_LTZ || to == TypeKind.TIMESTAMP_LTZ;
        if (from != to && zoned && from != TypeKind.NULL && !isUtc(context)) {
            return throughZone(operand, type, safe, context);
        }
        if (isInterval(from) && to.isNumeric()) {
            return Conversions.cast(millisOrMonths(operand), type);
        }
        return safe ? safely(operand, type) : Conversions.cast(operand, type);
    }

    private static Expression safely(Expression operand, DataType type) {
        boolean same = operand.type().withNullable(true).equals(type.withNullable(true));
        return same ? operand : new Cast(operand, type.withNullable(true), true);
    }

    /** An instant goes by way of the local time, in both directions. */
    private static Expression throughZone(Expression operand, DataType type, boolean safe, TranslationContext context) {
        if (operand.type().kind() == TypeKind.TIMESTAMP_LTZ) {
            return cast(ZoneCasts.toLocal(operand, context), type, safe, context);
        }
        return ZoneCasts.toInstant(cast(operand, DataType.TIMESTAMP, safe, context), context);
    }

    private static Expression reinterpret(RexCall call, List<Expression> operands, TranslationContext context) {
        Expression operand = operands.get(0);
        if (!isInterval(operand.type().kind())) {
            throw LeatException.of(ErrorCode.TYPE_MISMATCH, "a value of type " + operand.type() + " is no interval");
        }
        return isInterval(Calls.type(call).kind())
                ? operand
                : Conversions.cast(millisOrMonths(operand), Calls.type(call));
    }

    /** The number that stands for an interval. */
    private static Expression millisOrMonths(Expression interval) {
        return new Invoke(
                IntervalFunctions.class.getName(),
                "count",
                List.of("long"),
                true,
                List.of(interval),
                DataType.BIGINT.withNullable(interval.type().nullable()));
    }

    private static boolean isInterval(TypeKind kind) {
        return kind == TypeKind.INTERVAL_MONTHS || kind == TypeKind.INTERVAL_MILLIS;
    }

    private static boolean isUtc(TranslationContext context) {
        return context.zone().normalized().equals(ZoneOffset.UTC);
    }
}
