package io.leat.executor.kernel;

import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;

/**
 * Arithmetic on REAL and DOUBLE by IEEE 754: nothing fails, dividing by zero gives an infinity or NaN. Results of REAL
 * are rounded to float; for these operations, that equals computing with floats.
 */
final class ApproximateKernels {

    private ApproximateKernels() {}

    static Kernel binary(Operation operation, DataType type, Kernel left, Kernel right) {
        return rounded(
                type,
                switch (operation) {
                    case PLUS -> StrictKernels.doubles(left, right, ApproximateKernels::plus);
                    case MINUS -> StrictKernels.doubles(left, right, ApproximateKernels::minus);
                    case TIMES -> StrictKernels.doubles(left, right, ApproximateKernels::times);
                    case DIVIDE -> StrictKernels.doubles(left, right, ApproximateKernels::divide);
                    default -> StrictKernels.doubles(left, right, ApproximateKernels::modulo);
                });
    }

    static Kernel unary(Operation operation, Kernel operand) {
        return StrictKernels.doubles(
                operand,
                switch (operation) {
                    case NEGATE -> ApproximateKernels::negate;
                    case ABS -> ApproximateKernels::abs;
                    case FLOOR -> ApproximateKernels::floor;
                    default -> ApproximateKernels::ceil;
                });
    }

    /** The values rounded to float if that is the type. */
    static Kernel rounded(DataType type, Kernel kernel) {
        return type.kind() == TypeKind.REAL ? StrictKernels.doubles(kernel, ApproximateKernels::toFloat) : kernel;
    }

    private static void plus(double[] a, double[] b, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] + b[row];
        }
    }

    private static void minus(double[] a, double[] b, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] - b[row];
        }
    }

    private static void times(double[] a, double[] b, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] * b[row];
        }
    }

    private static void divide(double[] a, double[] b, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] / b[row];
        }
    }

    private static void modulo(double[] a, double[] b, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = a[row] % b[row];
        }
    }

    private static void negate(double[] a, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = -a[row];
        }
    }

    private static void abs(double[] a, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = Math.abs(a[row]);
        }
    }

    private static void floor(double[] a, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = Math.floor(a[row]);
        }
    }

    private static void ceil(double[] a, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = Math.ceil(a[row]);
        }
    }

    private static void toFloat(double[] a, double[] result, Selection selection) {
        int[] rows = selection.rows();
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            result[row] = (float) a[row];
        }
    }
}
