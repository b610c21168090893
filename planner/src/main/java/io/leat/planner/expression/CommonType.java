package io.leat.planner.expression;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;

/** The type in which values of two types compare without loss. */
final class CommonType {
    private static final int BIGINT_DIGITS = 19;

    private CommonType() {}

    static DataType of(DataType left, DataType right) {
        if (left.kind() == TypeKind.NULL || left.equals(right)) {
            return right;
        }
        if (right.kind() == TypeKind.NULL) {
            return left;
        }
        if (left.kind().isNumeric() && right.kind().isNumeric()) {
            return number(left, right);
        }
        return left.kind() == right.kind() ? wider(left, right) : mixed(left, right);
    }

    private static DataType number(DataType left, DataType right) {
        if (left.kind().isApproximate() || right.kind().isApproximate()) {
            return left.kind() == right.kind() ? left : DataType.DOUBLE;
        }
        if (left.kind() == TypeKind.DECIMAL || right.kind() == TypeKind.DECIMAL) {
            return decimal(left, right);
        }
        return left.kind().compareTo(right.kind()) >= 0 ? left : right;
    }

    private static DataType decimal(DataType left, DataType right) {
        int scale = Math.max(left.scale(), right.scale());
        int whole = Math.max(digits(left) - left.scale(), digits(right) - right.scale());
        int precision = Math.min(DataType.DECIMAL_PRECISION_MAX, whole + scale);
        return DataType.decimal(precision, Math.max(Math.min(scale, precision - whole), 0));
    }

    private static int digits(DataType type) {
        return type.kind() == TypeKind.DECIMAL ? type.precision() : BIGINT_DIGITS;
    }

    /** Lengths and precisions differ only. */
    private static DataType wider(DataType left, DataType right) {
        return left.precision() >= right.precision() ? left : right;
    }

    private static DataType mixed(DataType left, DataType right) {
        if (left.kind().isText() && right.kind().isText()) {
            return DataType.sized(TypeKind.VARCHAR, Math.max(left.precision(), right.precision()));
        }
        if (left.kind().isBinary() && right.kind().isBinary()) {
            return DataType.sized(TypeKind.VARBINARY, Math.max(left.precision(), right.precision()));
        }
        boolean leftIsTime = left.kind().isTimestamp() || left.kind() == TypeKind.DATE;
        boolean rightIsTime = right.kind().isTimestamp() || right.kind() == TypeKind.DATE;
        return leftIsTime && rightIsTime ? DataType.TIMESTAMP : left;
    }
}
