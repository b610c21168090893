package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.calcite.rex.RexCall;

/** The present: a constant of the statement. */
final class ClockCalls {

    private ClockCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("CURRENT_TIMESTAMP", ClockCalls::instant);
        translations.put("NOW", ClockCalls::instant);
        translations.put("LOCALTIMESTAMP", local(ZonedDateTime::toLocalDateTime));
        translations.put("CURRENT_DATE", local(ZonedDateTime::toLocalDate));
        translations.put("CURRENT_TIME", local(ClockCalls::seconds));
        translations.put("LOCALTIME", local(ClockCalls::seconds));
        translations.put(
                "PROCTIME",
                (call, operands, context) ->
                        new Call(Operation.PROCESSING_TIME, List.of(), notNull(DataType.TIMESTAMP_LTZ)));
        translations.put("PI", (call, operands, context) -> new Literal(Math.PI, notNull(Calls.type(call))));
    }

    private static Literal instant(RexCall call, List<Expression> operands, TranslationContext context) {
        return new Literal(millis(context), notNull(DataType.TIMESTAMP_LTZ));
    }

    private static CallTranslation local(Function<ZonedDateTime, Object> part) {
        return (call, operands, context) ->
                new Literal(part.apply(millis(context).atZone(context.zone())), notNull(Calls.type(call)));
    }

    /** TIME is TIME(0), as in Flink. */
    private static Object seconds(ZonedDateTime time) {
        return time.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant millis(TranslationContext context) {
        return context.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static DataType notNull(DataType type) {
        return type.withNullable(false);
    }
}
