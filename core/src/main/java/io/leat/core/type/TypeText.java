package io.leat.core.type;

import java.util.stream.Collectors;

/** Writes a type as SQL does. */
final class TypeText {

    private TypeText() {}

    static String of(DataType type) {
        return base(type) + (type.nullable() ? "" : " NOT NULL");
    }

    private static String base(DataType type) {
        TypeKind kind = type.kind();
        if (kind == TypeKind.DECIMAL) {
            return "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
        }
        if (kind.isText() || kind.isBinary()) {
            return sized(type);
        }
        if (kind.isTimestamp()) {
            return kind + "(" + type.precision() + ")";
        }
        return switch (kind) {
            case INTEGER -> "INT";
            case INTERVAL_MONTHS -> "INTERVAL YEAR TO MONTH";
            case INTERVAL_MILLIS -> "INTERVAL DAY TO SECOND";
            case ARRAY -> "ARRAY<" + of(type.element()) + ">";
            case MAP, ROW -> nested(type);
            default -> kind.toString();
        };
    }

    private static String sized(DataType type) {
        if (type.precision() != DataType.UNBOUNDED) {
            return type.kind() + "(" + type.precision() + ")";
        }
        return type.kind().isText() ? "STRING" : "BYTES";
    }

    private static String nested(DataType type) {
        boolean row = type.kind() == TypeKind.ROW;
        return type.children().stream()
                .map(field -> (row ? field.name() + " " : "") + of(field.type()))
                .collect(Collectors.joining(", ", type.kind() + "<", ">"));
    }
}
