package io.leat.planner.expression;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.planner.type.CalciteTypes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Constants: from the classes that Calcite keeps their values in to Java values. */
final class Literals {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Literals() {}

    static Literal of(RexLiteral literal) {
        return of(literal.getValueAs(Comparable.class), literal.getType());
    }

    /** The constant with a value of Calcite's; a flag such as YEAR or LEADING becomes text with its name. */
    static Literal of(Object value, RelDataType type) {
        DataType dataType = CalciteTypes.toDataType(type);
        return new Literal(value == null ? null : convert(value, dataType), dataType);
    }

    /** Text that is no data but names something: a unit, a side. */
    static Literal name(String name) {
        return new Literal(name, DataType.STRING.withNullable(false));
    }

    private static Object convert(Object value, DataType type) {
        if (value instanceof Enum<?> flag) {
            return flag.name();
        }
        return switch (type.kind()) {
            case BOOLEAN -> value;
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> number((Number) value, type);
            case CHAR, VARCHAR -> text(value);
            case BINARY, VARBINARY -> ((ByteString) value).getBytes();
            case INTERVAL_MONTHS -> Period.ofMonths(((BigDecimal) value).intValueExact());
            case INTERVAL_MILLIS -> Duration.ofMillis(((BigDecimal) value).longValueExact());
            default -> time(value, type);
        };
    }

    private static String text(Object value) {
        return value instanceof NlsString nls ? nls.getValue() : String.valueOf(value);
    }

    private static Object number(Number value, DataType type) {
        return switch (type.kind()) {
            case TINYINT -> (Object) value.byteValue();
            case SMALLINT -> (Object) value.shortValue();
            case INTEGER -> (Object) value.intValue();
            case BIGINT -> (Object) value.longValue();
            case REAL -> (Object) value.floatValue();
            case DOUBLE -> (Object) value.doubleValue();
            default -> decimal(value).setScale(type.scale(), RoundingMode.HALF_UP);
        };
    }

    private static BigDecimal decimal(Number value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    private static Object time(Object value, DataType type) {
        return switch (type.kind()) {
            case DATE -> LocalDate.ofEpochDay(((DateString) value).getDaysSinceEpoch());
            case TIME -> LocalTime.ofNanoOfDay(((TimeString) value).getMillisOfDay() * NANOS_PER_MILLI);
            case TIMESTAMP -> instant(value).atOffset(ZoneOffset.UTC).toLocalDateTime();
            case TIMESTAMP_LTZ -> instant(value);
            default -> throw LeatException.unsupported("a constant of type " + type, "Make it with a constructor.");
        };
    }

    private static Instant instant(Object value) {
        return Instant.ofEpochMilli(((TimestampString) value).getMillisSinceEpoch());
    }
}
