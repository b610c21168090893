package io.leat.planner.incremental;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A time rounded down to a unit.
 *
 * @param time the time before
 * @param atMostMillis how much less the rounded time is, at most
 */
record RoundedTime(Expression time, long atMostMillis) {
    /** Longest lengths; a day in a zone may have an hour more. */
    private static final Map<String, Duration> UNITS = Map.of(
            "MILLISECOND", Duration.ofMillis(1),
            "SECOND", Duration.ofSeconds(1),
            "MINUTE", Duration.ofMinutes(1),
            "HOUR", Duration.ofHours(1),
            "DAY", Duration.ofDays(1),
            "WEEK", Duration.ofDays(7),
            "MONTH", Duration.ofDays(31),
            "QUARTER", Duration.ofDays(92),
            "YEAR", Duration.ofDays(366));

    /** What an expression is, if it rounds a time down. */
    static Optional<RoundedTime> of(Expression expression) {
        boolean floor = expression instanceof Call call
                && call.operation() == Operation.FLOOR_TIME
                && ShiftedColumn.isTime(call.type())
                && call.operands().get(1).type().kind() == call.type().kind();
        if (!floor || !(expression.operands().get(0) instanceof Literal unit)) {
            return Optional.empty();
        }
        Duration length = UNITS.get(String.valueOf(unit.value()).toUpperCase(Locale.ROOT));
        return length == null
                ? Optional.empty()
                : Optional.of(new RoundedTime(expression.operands().get(1), length.toMillis() - 1));
    }
}
