package io.leat.planner.expression;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** Values of {@code ?} as constants of the type that their Java class stands for. */
final class Parameters {
    private static final Map<Class<?>, DataType> TYPES = Map.ofEntries(
            Map.entry(Boolean.class, DataType.BOOLEAN),
            Map.entry(Byte.class, DataType.of(TypeKind.TINYINT)),
            Map.entry(Short.class, DataType.of(TypeKind.SMALLINT)),
            Map.entry(Integer.class, DataType.INTEGER),
            Map.entry(Long.class, DataType.BIGINT),
            Map.entry(Float.class, DataType.of(TypeKind.REAL)),
            Map.entry(Double.class, DataType.DOUBLE),
            Map.entry(String.class, DataType.STRING),
            Map.entry(byte[].class, DataType.BYTES),
            Map.entry(LocalDate.class, DataType.DATE),
            Map.entry(LocalTime.class, DataType.of(TypeKind.TIME)),
            Map.entry(LocalDateTime.class, DataType.TIMESTAMP),
            Map.entry(Instant.class, DataType.TIMESTAMP_LTZ),
            Map.entry(Period.class, DataType.of(TypeKind.INTERVAL_MONTHS)),
            Map.entry(Duration.class, DataType.of(TypeKind.INTERVAL_MILLIS)));

    private Parameters() {}

    /** The constant; lists and maps take the type that their place asks for. */
    static Literal literal(Object value, DataType wanted) {
        if (value == null) {
            return new Literal(null, wanted.withNullable(true));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return new Literal(value, wanted.withNullable(false));
        }
        DataType type = TYPES.get(value.getClass());
        if (type == null) {
            throw LeatException.of(
                    ErrorCode.INVALID_PARAMETER, "a parameter's value has a class that stands for no SQL type");
        }
        return new Literal(value, type.withNullable(false));
    }

    private static Literal decimal(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        int precision = Math.max(plain.precision(), plain.scale());
        if (precision > DataType.DECIMAL_PRECISION_MAX) {
            throw LeatException.of(ErrorCode.NUMERIC_OUT_OF_RANGE, "a parameter's value has more than 38 digits");
        }
        return new Literal(plain, DataType.decimal(precision, plain.scale()).withNullable(false));
    }
}
