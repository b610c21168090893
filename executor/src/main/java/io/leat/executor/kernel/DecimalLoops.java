package io.leat.executor.kernel;

import io.leat.core.batch.Validity;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;

/**
 * DECIMAL arithmetic with longs, for operands and results whose types promise that no step needs more than 18 digits.
 *
 * @param leftFactor what brings the left operand to the scale of the computation
 * @param rightFactor what brings the right operand to the scale of the computation
 * @param divisor by what the exact result is divided, half up, to reach the result's scale
 * @param precision the digits that a result may have; 18 when it cannot have more
 */
record DecimalLoops(Operation operation, long leftFactor, long rightFactor, long divisor, int precision) {

    /** The loops for such types, or null if a step might need more than 18 digits. */
    static DecimalLoops of(Operation operation, DataType type, DataType left, DataType right) {
        return switch (operation) {
            case PLUS, MINUS, MODULO -> additive(operation, type, left, right);
            case TIMES -> product(type, left, right);
            default -> quotient(type, left, right);
        };
    }

    private static DecimalLoops additive(Operation operation, DataType type, DataType left, DataType right) {
        int scale = Math.max(Math.max(left.scale(), right.scale()), type.scale());
        int digits = Math.max(Decimals.digits(left) - left.scale(), Decimals.digits(right) - right.scale()) + scale + 1;
        if (digits > DataType.DECIMAL_LONG_PRECISION_MAX) {
            return null;
        }
        return new DecimalLoops(
                operation,
                Decimals.power(scale - left.scale()),
                Decimals.power(scale - right.scale()),
                Decimals.power(scale - type.scale()),
                bound(type, digits - scale + type.scale()));
    }

    private static DecimalLoops product(DataType type, DataType left, DataType right) {
        int scale = left.scale() + right.scale();
        int more = Math.max(0, type.scale() - scale);
        int digits = Decimals.digits(left) + Decimals.digits(right) + more;
        if (digits > DataType.DECIMAL_LONG_PRECISION_MAX) {
            return null;
        }
        int fewer = Math.max(0, scale - type.scale());
        int bound = bound(type, digits - fewer + 1);
        return new DecimalLoops(Operation.TIMES, Decimals.power(more), 1, Decimals.power(fewer), bound);
    }

    private static DecimalLoops quotient(DataType type, DataType left, DataType right) {
        int more = type.scale() + right.scale() - left.scale();
        int digits = Decimals.digits(left) + more;
        boolean fits = more >= 0
                && digits <= DataType.DECIMAL_LONG_PRECISION_MAX
                && Decimals.digits(right) <= DataType.DECIMAL_LONG_PRECISION_MAX;
        return fits ? new DecimalLoops(Operation.DIVIDE, Decimals.power(more), 1, 1, bound(type, digits + 1)) : null;
    }

    private static int bound(DataType type, int digits) {
        return digits <= type.precision() ? DataType.DECIMAL_LONG_PRECISION_MAX : type.precision();
    }

    /** Computes the selected rows; the first row whose result has too many digits, or -1. */
    int run(long[] a, long[] b, long[] result, Selection selection, long[] validity) {
        switch (operation) {
            case PLUS -> plus(a, b, result, selection);
            case MINUS -> minus(a, b, result, selection);
            case TIMES -> times(a, b, result, selection);
            case DIVIDE -> divide(a, b, result, selection, validity);
            default -> modulo(a, b, result, selection, validity);
        }
        if (divisor != 1) {
            round(result, selection);
        }
        return precision == DataType.DECIMAL_LONG_PRECISION_MAX ? -1 : tooLong(result, selection, validity);
    }

    private void plus(long[] a, long[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] * leftFactor + b[row] * rightFactor;
        }
    }

    private void minus(long[] a, long[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] * leftFactor - b[row] * rightFactor;
        }
    }

    private void times(long[] a, long[] b, long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] * leftFactor * b[row];
        }
    }

    private void divide(long[] a, long[] b, long[] result, Selection selection, long[] validity) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                result[row] = Decimals.divideHalfUp(a[row] * leftFactor, nonZero(b[row]));
            }
        }
    }

    private void modulo(long[] a, long[] b, long[] result, Selection selection, long[] validity) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                result[row] = a[row] * leftFactor % nonZero(b[row] * rightFactor);
            }
        }
    }

    private static long nonZero(long value) {
        if (value == 0) {
            throw RowErrors.divisionByZero();
        }
        return value;
    }

    private void round(long[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = Decimals.divideHalfUp(result[row], divisor);
        }
    }

    private int tooLong(long[] result, Selection selection, long[] validity) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!Decimals.fits(result[row], precision) && Validity.isValid(validity, row)) {
                return row;
            }
        }
        return -1;
    }
}
