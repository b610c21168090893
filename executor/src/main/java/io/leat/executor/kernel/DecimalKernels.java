package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * DECIMAL arithmetic. Operands may differ in precision and scale, and may be integers; the exact result is rounded half
 * up to the result's scale. Where the types leave no room for an overflow of longs, {@link DecimalLoops} compute, else
 * {@code BigDecimal} row by row.
 */
final class DecimalKernels {

    private DecimalKernels() {}

    /** The result of one row: exact, or correctly rounded to the scale. */
    @FunctionalInterface
    private interface Exact {
        BigDecimal of(BigDecimal a, BigDecimal b, int scale);
    }

    /** Arithmetic on two operands. */
    static Kernel binary(Operation operation, DataType type, Typed left, Typed right) {
        RowByRow rowByRow = switch (operation) {
            case PLUS -> new RowByRow(type, left, right, (a, b, scale) -> a.add(b), " + ");
            case MINUS -> new RowByRow(type, left, right, (a, b, scale) -> a.subtract(b), " - ");
            case TIMES -> new RowByRow(type, left, right, (a, b, scale) -> a.multiply(b), " * ");
            case DIVIDE -> new RowByRow(type, left, right, DecimalKernels::divide, " / ");
            default -> new RowByRow(type, left, right, DecimalKernels::modulo, " MOD ");
        };
        boolean longs = left.type().layout() == Layout.LONG
                && right.type().layout() == Layout.LONG
                && type.layout() == Layout.LONG;
        if (operation == Operation.TIMES && WideProduct.fits(type, left.type(), right.type())) {
            return new WideProduct(type, left.kernel(), right.kernel());
        }
        DecimalLoops loops = longs ? DecimalLoops.of(operation, type, left.type(), right.type()) : null;
        return loops == null ? rowByRow : withLongs(left, right, loops, rowByRow);
    }

    private static Kernel withLongs(Typed left, Typed right, DecimalLoops loops, RowByRow rowByRow) {
        return StrictKernels.longs(left.kernel(), right.kernel(), (a, b, result, selection, validity) -> {
            int row = loops.run(a, b, result, selection, validity);
            if (row >= 0) {
                throw rowByRow.outOfRange(new LongColumn(a, null, a.length), new LongColumn(b, null, b.length), row);
            }
        });
    }

    /** NEGATE, ABS, FLOOR and CEIL. */
    static Kernel unary(Operation operation, DataType type, Typed operand) {
        boolean longs = operand.type().layout() == Layout.LONG && type.layout() == Layout.LONG;
        return switch (operation) {
            case NEGATE ->
                longs && type.scale() == operand.type().scale()
                        ? IntegerKernels.negate(DataType.BIGINT, operand.kernel())
                        : new RowByRow(type, operand, operand, (a, b, scale) -> a.negate(), " - ");
            case ABS ->
                longs && type.scale() == operand.type().scale()
                        ? IntegerKernels.abs(DataType.BIGINT, operand.kernel())
                        : new RowByRow(type, operand, operand, (a, b, scale) -> a.abs(), " ABS ");
            case FLOOR -> toWhole(type, operand, longs, RoundingMode.FLOOR);
            default -> toWhole(type, operand, longs, RoundingMode.CEILING);
        };
    }

    private static Kernel toWhole(DataType type, Typed operand, boolean longs, RoundingMode mode) {
        if (!longs || type.scale() != 0) {
            return new RowByRow(type, operand, operand, (a, b, scale) -> a.setScale(0, mode), " " + mode + " ");
        }
        long unit = Decimals.power(operand.type().scale());
        long sign = mode == RoundingMode.FLOOR ? 1 : -1;
        return StrictKernels.longs(operand.kernel(), (a, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = sign * Math.floorDiv(sign * a[row], unit);
            }
        });
    }

    private static BigDecimal divide(BigDecimal a, BigDecimal b, int scale) {
        if (b.signum() == 0) {
            throw RowErrors.divisionByZero();
        }
        return a.divide(b, scale, RoundingMode.HALF_UP);
    }

    private static BigDecimal modulo(BigDecimal a, BigDecimal b, int scale) {
        if (b.signum() == 0) {
            throw RowErrors.divisionByZero();
        }
        return a.remainder(b);
    }

    /** An exact numeric operand of at most 18 digits as longs of a scale not below its own. */
    static Kernel longsAtScale(Typed operand, int scale) {
        if (operand.type().scale() == scale) {
            return operand.kernel();
        }
        long factor = Decimals.power(scale - operand.type().scale());
        return StrictKernels.longs(operand.kernel(), (a, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = a[row] * factor;
            }
        });
    }

    /** An exact numeric operand as {@code BigDecimal}s. */
    static Kernel objects(Typed operand) {
        if (operand.type().layout() == Layout.OBJECT) {
            return operand.kernel();
        }
        return (input, selection) -> {
            Column column = operand.kernel().evaluate(input, selection);
            Object[] result = new Object[input.size()];
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = column.isNull(row) ? null : Decimals.at(column, operand.type(), row);
            }
            return new ObjectColumn(result, column.validity(), input.size());
        };
    }

    /** Computes with {@code BigDecimal}, whatever the representations are. */
    private record RowByRow(DataType type, Typed left, Typed right, Exact exact, String sign) implements Kernel {

        @Override
        public Column evaluate(Chunk input, Selection selection) {
            Column a = left.kernel().evaluate(input, selection);
            Column b = left == right ? a : right.kernel().evaluate(input, selection);
            long[] validity = Validity.and(a.validity(), b.validity());
            DecimalResult result = new DecimalResult(type, input.size());
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                if (Validity.isValid(validity, row) && !result.set(row, computed(a, b, row))) {
                    throw outOfRange(a, b, row);
                }
            }
            return result.column(validity);
        }

        private BigDecimal computed(Column a, Column b, int row) {
            return exact.of(Decimals.at(a, left.type(), row), Decimals.at(b, right.type(), row), type.scale());
        }

        LeatException outOfRange(Column a, Column b, int row) {
            String first = Decimals.at(a, left.type(), row).toPlainString();
            String second = Decimals.at(b, right.type(), row).toPlainString();
            return RowErrors.outOfRange(type, left == right ? sign.trim() + "(" + first + ")" : first + sign + second);
        }
    }
}
