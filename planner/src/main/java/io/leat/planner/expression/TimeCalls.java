package io.leat.planner.expression;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.CalendarFunctions;
import io.leat.planner.function.runtime.TimeTextFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.calcite.rex.RexCall;

/** Parts of times, rounding of times (and, under the same names, of numbers), and times as text. */
final class TimeCalls {
    private static final int MILLIS_PER_SECOND = 1_000;
    /** The patterns that have a kernel. */
    private static final Pattern NATIVE_PATTERN =
            Pattern.compile("(?:(?<!y)yyyy(?!y)|(?<!M)MM(?!M)|(?<!d)dd(?!d)|(?<!H)HH(?!H)|(?<!m)mm(?!m)|(?<!s)ss(?!s)"
                    + "|(?<!S)SSS(?!S)|[^\\p{L}'\\[\\]{}#])*");

    private static final List<String> UNITS = List.of(
            "MILLENNIUM",
            "CENTURY",
            "DECADE",
            "YEAR",
            "QUARTER",
            "MONTH",
            "WEEK",
            "DAY",
            "HOUR",
            "MINUTE",
            "SECOND",
            "MILLISECOND");

    private TimeCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("EXTRACT", TimeCalls::extract);
        translations.put("DATE_PART", TimeCalls::extract);
        translations.put("FLOOR", rounding(Operation.FLOOR, Operation.FLOOR_TIME));
        translations.put("CEIL", rounding(Operation.CEIL, Operation.CEIL_TIME));
        translations.put("CEILING", rounding(Operation.CEIL, Operation.CEIL_TIME));
        translations.put("DATE_TRUNC", TimeCalls::dateTrunc);
        translations.put("DATE_FORMAT", TimeCalls::dateFormat);
        translations.put("UNIX_TIMESTAMP", TimeCalls::unixTimestamp);
    }

    private static Expression extract(RexCall call, List<Expression> operands, TranslationContext context) {
        Expression time = ZoneCasts.toLocal(operands.get(1), context);
        return new Call(Operation.EXTRACT, List.of(operands.get(0), time), Calls.type(call));
    }

    private static CallTranslation rounding(Operation ofNumber, Operation ofTime) {
        return (call, operands, context) -> operands.size() == 1
                ? number(ofNumber, operands.get(0), Calls.type(call))
                : time(ofTime, (Literal) operands.get(1), operands.get(0), Calls.type(call), context);
    }

    private static Expression number(Operation operation, Expression operand, DataType type) {
        Expression converted = type.kind() == operand.type().kind() ? operand : Conversions.cast(operand, type);
        return type.kind().isInteger() ? converted : new Call(operation, List.of(converted), type);
    }

    /** Rounding is by the calendar of the session's zone. */
    private static Expression time(
            Operation operation, Literal unit, Expression time, DataType type, TranslationContext context) {
        Expression local = ZoneCasts.toLocal(time, context);
        Expression rounded =
                new Call(operation, List.of(unit, local), local.type().withNullable(type.nullable()));
        return type.kind() == TypeKind.TIMESTAMP_LTZ ? ZoneCasts.toInstant(rounded, context) : rounded;
    }

    private static Expression dateTrunc(RexCall call, List<Expression> operands, TranslationContext context) {
        Literal unit = unit("DATE_TRUNC", operands.get(0));
        DataType type = Calls.type(call);
        if (!unit.value().equals("WEEK")) {
            return time(Operation.FLOOR_TIME, unit, operands.get(1), type, context);
        }
        Expression local = ZoneCasts.toLocal(operands.get(1), context);
        Expression monday =
                MethodCalls.invoke(CalendarFunctions.class, "truncateToWeek", true, List.of(local), local.type());
        return type.kind() == TypeKind.TIMESTAMP_LTZ ? ZoneCasts.toInstant(monday, context) : monday;
    }

    private static Literal unit(String function, Expression operand) {
        if (!(operand instanceof Literal literal) || !(literal.value() instanceof String text)) {
            throw LeatException.unsupported(
                    function + " with a unit that is not a constant", "Write the unit as a text such as 'hour'.");
        }
        String name = text.strip().toUpperCase(Locale.ROOT);
        String singular = name.endsWith("S") ? name.substring(0, name.length() - 1) : name;
        if (!UNITS.contains(singular)) {
            throw LeatException.of(ErrorCode.TYPE_MISMATCH, function + " has no unit '" + text + "'")
                    .hint(Suggestions.didYouMean(singular, UNITS, "The units are "));
        }
        return Literals.name(singular);
    }

    private static Expression dateFormat(RexCall call, List<Expression> operands, TranslationContext context) {
        Expression time = CastCalls.cast(operands.get(0), DataType.TIMESTAMP, false, context);
        List<Expression> arguments = List.of(time, operands.get(1));
        if (operands.get(1) instanceof Literal literal
                && literal.value() instanceof String pattern
                && NATIVE_PATTERN.matcher(pattern).matches()) {
            return new Call(Operation.FORMAT_TIME, arguments, Calls.type(call));
        }
        return MethodCalls.invoke(TimeTextFunctions.class, "format", true, arguments, Calls.type(call));
    }

    private static Expression unixTimestamp(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        if (operands.isEmpty()) {
            long seconds = Math.floorDiv(context.now().toEpochMilli(), MILLIS_PER_SECOND);
            return new Literal(seconds, type.withNullable(false));
        }
        List<Expression> arguments = new ArrayList<>(operands);
        arguments.add(Literals.name(context.zone().getId()));
        return MethodCalls.invoke(TimeTextFunctions.class, "unixTime", true, arguments, type);
    }
}
