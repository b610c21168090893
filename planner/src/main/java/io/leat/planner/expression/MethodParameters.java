package io.leat.planner.expression;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How well a Java parameter takes values of a SQL type, and which SQL type it wants. */
final class MethodParameters {

    /** No conversion leads there. */
    static final int IMPOSSIBLE = 1_000;

    private static final int NARROWER = 20;
    private static final int OTHER_FAMILY = 10;
    private static final int ANYTHING = 30;
    private static final int BIGINT_DIGITS = 19;

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Integer.class, int.class,
            Long.class, long.class,
            Short.class, short.class,
            Byte.class, byte.class,
            Boolean.class, boolean.class,
            Double.class, double.class,
            Float.class, float.class);

    private MethodParameters() {}

    /** 0 for a parameter made for the type; more the worse; {@link #IMPOSSIBLE} if it cannot take it. */
    static int cost(Class<?> parameter, DataType type) {
        Class<?> wanted = PRIMITIVES.getOrDefault(parameter, parameter);
        if (type.kind() == TypeKind.NULL) {
            return 0;
        }
        if (wanted == Object.class) {
            return ANYTHING;
        }
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> integer(wanted, type.kind());
            case REAL, DOUBLE -> approximate(wanted, type.kind());
            case DECIMAL -> wanted == BigDecimal.class ? 0 : approximateOnly(wanted);
            case CHAR, VARCHAR -> exactly(wanted, String.class);
            case BINARY, VARBINARY -> exactly(wanted, byte[].class);
            case BOOLEAN -> exactly(wanted, boolean.class);
            case DATE, TIME, INTERVAL_MONTHS -> wanted == long.class ? 1 : exactly(wanted, int.class);
            case TIMESTAMP, TIMESTAMP_LTZ, INTERVAL_MILLIS -> exactly(wanted, long.class);
            case ARRAY, ROW -> exactly(wanted, List.class);
            case MAP -> exactly(wanted, Map.class);
            default -> IMPOSSIBLE;
        };
    }

    private static int exactly(Class<?> wanted, Class<?> made) {
        return wanted == made ? 0 : IMPOSSIBLE;
    }

    private static int integer(Class<?> wanted, TypeKind kind) {
        if (wanted == BigDecimal.class) {
            return OTHER_FAMILY;
        }
        List<Class<?>> sizes = List.of(byte.class, short.class, int.class, long.class);
        int place = sizes.indexOf(wanted);
        int needed = kind.ordinal() - TypeKind.TINYINT.ordinal();
        if (place < 0) {
            return approximateOnly(wanted);
        }
        return place >= needed ? place - needed : NARROWER;
    }

    private static int approximate(Class<?> wanted, TypeKind kind) {
        if (wanted == double.class) {
            return kind == TypeKind.DOUBLE ? 0 : 1;
        }
        return wanted == float.class && kind == TypeKind.REAL ? 0 : IMPOSSIBLE;
    }

    private static int approximateOnly(Class<?> wanted) {
        return wanted == double.class ? OTHER_FAMILY + 1 : IMPOSSIBLE;
    }

    /** The SQL type to convert a value of a type to, so that the parameter can take it. */
    static DataType wanted(Class<?> parameter, DataType type) {
        Class<?> wanted = PRIMITIVES.getOrDefault(parameter, parameter);
        if (type.kind() == TypeKind.NULL) {
            return ofNull(wanted);
        }
        if (!type.kind().isNumeric() || wanted == Object.class) {
            return type;
        }
        if (wanted == BigDecimal.class) {
            return type.kind() == TypeKind.DECIMAL ? type : DataType.decimal(BIGINT_DIGITS, 0);
        }
        return numeric(wanted, type);
    }

    private static DataType numeric(Class<?> wanted, DataType type) {
        if (wanted == double.class) {
            return DataType.DOUBLE;
        }
        if (wanted == int.class) {
            return type.kind() == TypeKind.BIGINT ? DataType.INTEGER : type;
        }
        return wanted == long.class && type.kind() == TypeKind.INTEGER ? DataType.BIGINT : type;
    }

    private static DataType ofNull(Class<?> wanted) {
        if (wanted == int.class) {
            return DataType.INTEGER;
        }
        if (wanted == long.class) {
            return DataType.BIGINT;
        }
        if (wanted == double.class) {
            return DataType.DOUBLE;
        }
        return wanted == BigDecimal.class ? DataType.decimal(BIGINT_DIGITS, 0) : DataType.STRING;
    }
}
