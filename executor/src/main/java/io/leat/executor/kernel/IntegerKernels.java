package io.leat.executor.kernel;

import io.leat.core.batch.Validity;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.math.BigInteger;

/**
 * Arithmetic on TINYINT to BIGINT. The loops compute everything and only collect a suspicion, bits of which are set when
 * some result does not fit; a second, exact pass then looks for a row that is not NULL and does not fit.
 */
final class IntegerKernels {

    private IntegerKernels() {}

    /** Computes all rows; not 0 if a result may be out of range. {@code shift} is 64 less the bits of the result's kind. */
    @FunctionalInterface
    private interface Loop {
        long run(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift);
    }

    /** The exact result of one row. */
    @FunctionalInterface
    private interface Exact {
        BigInteger of(BigInteger a, BigInteger b);
    }

    static Kernel binary(Operation operation, DataType type, Kernel left, Kernel right) {
        return switch (operation) {
            case PLUS -> checked(type, left, right, IntegerKernels::plus, BigInteger::add, " + ");
            case MINUS -> checked(type, left, right, IntegerKernels::minus, BigInteger::subtract, " - ");
            case TIMES -> checked(type, left, right, IntegerKernels::times, BigInteger::multiply, " * ");
            case DIVIDE -> checked(type, left, right, IntegerKernels::divide, BigInteger::divide, " / ");
            default -> checked(type, left, right, IntegerKernels::modulo, BigInteger::remainder, " MOD ");
        };
    }

    static Kernel negate(DataType type, Kernel operand) {
        return unary(type, operand, IntegerKernels::negated, (a, b) -> a.negate(), "-(");
    }

    static Kernel abs(DataType type, Kernel operand) {
        return unary(type, operand, IntegerKernels::absolute, (a, b) -> a.abs(), "ABS(");
    }

    private static int shift(DataType type) {
        return switch (type.kind()) {
            case TINYINT -> Long.SIZE - Byte.SIZE;
            case SMALLINT -> Long.SIZE - Short.SIZE;
            case INTEGER -> Long.SIZE - Integer.SIZE;
            default -> 0;
        };
    }

    private static Kernel checked(DataType type, Kernel left, Kernel right, Loop loop, Exact exact, String sign) {
        int shift = shift(type);
        return StrictKernels.longs(left, right, (a, b, result, selection, validity) -> {
            if (loop.run(a, b, result, selection, validity, shift) != 0) {
                int row = failing(a, b, selection, validity, exact, shift);
                if (row >= 0) {
                    throw RowErrors.outOfRange(type, a[row] + sign + b[row]);
                }
            }
        });
    }

    private static Kernel unary(DataType type, Kernel operand, Loop loop, Exact exact, String function) {
        int shift = shift(type);
        return StrictKernels.longs(operand, (a, result, selection, validity) -> {
            if (loop.run(a, a, result, selection, validity, shift) != 0) {
                int row = failing(a, a, selection, validity, exact, shift);
                if (row >= 0) {
                    throw RowErrors.outOfRange(type, function + a[row] + ")");
                }
            }
        });
    }

    private static int failing(long[] a, long[] b, Selection selection, long[] validity, Exact exact, int shift) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                BigInteger value = exact.of(BigInteger.valueOf(a[row]), BigInteger.valueOf(b[row]));
                if (value.bitLength() >= Long.SIZE - shift) {
                    return row;
                }
            }
        }
        return -1;
    }

    /** Not 0 where a value has more bits than the kind. */
    private static long excess(long value, int shift) {
        return value ^ (value << shift >> shift);
    }

    private static long plus(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long sum = a[row] + b[row];
            result[row] = sum;
            suspicion |= (((a[row] ^ sum) & (b[row] ^ sum)) >> 63) | excess(sum, shift);
        }
        return suspicion;
    }

    private static long minus(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long difference = a[row] - b[row];
            result[row] = difference;
            suspicion |= (((a[row] ^ b[row]) & (a[row] ^ difference)) >> 63) | excess(difference, shift);
        }
        return suspicion;
    }

    private static long times(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long product = a[row] * b[row];
            result[row] = product;
            suspicion |= (Math.multiplyHigh(a[row], b[row]) ^ (product >> 63)) | excess(product, shift);
        }
        return suspicion;
    }

    private static long divide(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long quotient = a[row] / divisor(b, row, validity);
            result[row] = quotient;
            suspicion |= ((a[row] & b[row] & quotient) >> 63) | excess(quotient, shift);
        }
        return suspicion;
    }

    private static long modulo(long[] a, long[] b, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long remainder = a[row] % divisor(b, row, validity);
            result[row] = remainder;
            suspicion |= excess(remainder, shift);
        }
        return suspicion;
    }

    private static long divisor(long[] b, int row, long[] validity) {
        if (b[row] != 0) {
            return b[row];
        }
        if (Validity.isValid(validity, row)) {
            throw RowErrors.divisionByZero();
        }
        return 1;
    }

    private static long negated(long[] a, long[] same, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long negated = -a[row];
            result[row] = negated;
            suspicion |= ((a[row] & negated) >> 63) | excess(negated, shift);
        }
        return suspicion;
    }

    private static long absolute(
            long[] a, long[] same, long[] result, Selection selection, long[] validity, int shift) {
        int[] rows = selection.rows();
        long suspicion = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = rows == null ? i : rows[i];
            long absolute = Math.abs(a[row]);
            result[row] = absolute;
            suspicion |= (absolute >> 63) | excess(absolute, shift);
        }
        return suspicion;
    }
}
