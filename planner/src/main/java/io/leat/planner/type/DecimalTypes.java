package io.leat.planner.type;

import io.leat.core.type.DataType;

/**
 * Precision and scale of the results of DECIMAL arithmetic: SQL Server's rules, as Flink and Spark apply them. Where
 * the exact result may need more than 38 digits, digits after the point are given up, but never so many that fewer than
 * six stay.
 */
final class DecimalTypes {
    private static final int PRECISION_MAX = DataType.DECIMAL_PRECISION_MAX;
    private static final int SCALE_KEPT = 6;

    private DecimalTypes() {}

    /** The type of a result from the types of two operands. */
    @FunctionalInterface
    interface Rule {
        DataType apply(DataType left, DataType right);
    }

    /** Sum and difference. */
    static DataType plus(DataType left, DataType right) {
        int scale = Math.max(left.scale(), right.scale());
        return fit(Math.max(whole(left), whole(right)) + scale + 1, scale);
    }

    static DataType multiply(DataType left, DataType right) {
        return fit(left.precision() + right.precision() + 1, left.scale() + right.scale());
    }

    static DataType divide(DataType left, DataType right) {
        int scale = Math.max(SCALE_KEPT, left.scale() + right.precision() + 1);
        return fit(whole(left) + right.scale() + scale, scale);
    }

    static DataType modulo(DataType left, DataType right) {
        int scale = Math.max(left.scale(), right.scale());
        return fit(Math.min(whole(left), whole(right)) + scale, scale);
    }

    private static int whole(DataType type) {
        return type.precision() - type.scale();
    }

    private static DataType fit(int precision, int scale) {
        if (precision <= PRECISION_MAX) {
            return DataType.decimal(Math.max(1, precision), scale);
        }
        int kept = Math.max(PRECISION_MAX - (precision - scale), Math.min(scale, SCALE_KEPT));
        return DataType.decimal(PRECISION_MAX, kept);
    }
}
