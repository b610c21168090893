package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;

/** Comparisons: of numbers by value, of text by code point, of CHAR without trailing blanks. */
final class ComparisonKernels {

    private ComparisonKernels() {}

    /** Two operands in one representation, so that their arrays compare. */
    private record Aligned(Kernel left, Kernel right, Layout layout) {}

    static Kernel compile(Operation operation, Typed left, Typed right) {
        Aligned aligned = align(left, right);
        Comparison comparison = switch (operation) {
            case EQUALS, IS_NOT_DISTINCT_FROM -> new Comparison(aligned.layout, true, false, false);
            case NOT_EQUALS, IS_DISTINCT_FROM -> new Comparison(aligned.layout, true, false, true);
            case LESS -> new Comparison(aligned.layout, false, false, false);
            case GREATER -> new Comparison(aligned.layout, false, true, false);
            case LESS_OR_EQUAL -> new Comparison(aligned.layout, false, true, true);
            default -> new Comparison(aligned.layout, false, false, true);
        };
        boolean distinct = operation == Operation.IS_DISTINCT_FROM || operation == Operation.IS_NOT_DISTINCT_FROM;
        return distinct ? distinct(aligned, comparison) : strict(aligned, comparison);
    }

    private static Kernel strict(Aligned operands, Comparison comparison) {
        return (input, selection) -> {
            Column a = operands.left.evaluate(input, selection);
            Column b = operands.right.evaluate(input, selection);
            long[] validity = Validity.and(a.validity(), b.validity());
            long[] result = new long[input.size()];
            comparison.run(a, b, result, selection, validity);
            return new LongColumn(result, validity, input.size());
        };
    }

    private static Kernel distinct(Aligned operands, Comparison comparison) {
        return (input, selection) -> {
            Column a = operands.left.evaluate(input, selection);
            Column b = operands.right.evaluate(input, selection);
            long[] result = new long[input.size()];
            comparison.run(a, b, result, selection, Validity.and(a.validity(), b.validity()));
            if (a.validity() != null || b.validity() != null) {
                compareNulls(a, b, result, selection, comparison.negated);
            }
            return new LongColumn(result, null, input.size());
        };
    }

    private static void compareNulls(Column a, Column b, long[] result, Selection selection, boolean distinct) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            boolean leftNull = a.isNull(row);
            boolean rightNull = b.isNull(row);
            if (leftNull || rightNull) {
                result[row] = (leftNull != rightNull) == distinct ? 1 : 0;
            }
        }
    }

    /**
     * One of the six comparisons, made of two loops.
     *
     * @param equality whether it is made of "equal", else of "less"
     * @param swapped whether the operands are exchanged
     * @param negated whether the result is turned round
     */
    private record Comparison(Layout layout, boolean equality, boolean swapped, boolean negated) {

        void run(Column left, Column right, long[] result, Selection selection, long[] validity) {
            Column a = swapped ? right : left;
            Column b = swapped ? left : right;
            switch (layout) {
                case LONG -> longs((LongColumn) a, (LongColumn) b, result, selection);
                case DOUBLE -> doubles((DoubleColumn) a, (DoubleColumn) b, result, selection);
                case BYTES -> bytes((BytesColumn) a, (BytesColumn) b, result, selection);
                case OBJECT -> objects((ObjectColumn) a, (ObjectColumn) b, result, selection, validity);
            }
            if (negated) {
                ComparisonLoops.negate(result, selection);
            }
        }

        private void longs(LongColumn a, LongColumn b, long[] result, Selection selection) {
            if (equality) {
                ComparisonLoops.equal(a.values(), b.values(), result, selection);
            } else {
                ComparisonLoops.less(a.values(), b.values(), result, selection);
            }
        }

        private void doubles(DoubleColumn a, DoubleColumn b, long[] result, Selection selection) {
            if (equality) {
                ComparisonLoops.equal(a.values(), b.values(), result, selection);
            } else {
                ComparisonLoops.less(a.values(), b.values(), result, selection);
            }
        }

        private void bytes(BytesColumn a, BytesColumn b, long[] result, Selection selection) {
            if (equality) {
                ComparisonLoops.equal(a, b, result, selection);
            } else {
                ComparisonLoops.less(a, b, result, selection);
            }
        }

        private void objects(ObjectColumn a, ObjectColumn b, long[] result, Selection selection, long[] validity) {
            if (equality) {
                ComparisonLoops.equal(a, b, result, selection, validity);
            } else {
                ComparisonLoops.less(a, b, result, selection, validity);
            }
        }
    }

    private static Aligned align(Typed left, Typed right) {
        if (left.kind() == TypeKind.NULL || right.kind() == TypeKind.NULL) {
            return left.kind() == TypeKind.NULL
                    ? new Aligned(
                            nulls(right.type()), right.kernel(), right.type().layout())
                    : new Aligned(left.kernel(), nulls(left.type()), left.type().layout());
        }
        if (left.kind().isNumeric() && right.kind().isNumeric()) {
            return alignNumbers(left, right);
        }
        if (left.kind() == TypeKind.DATE && right.kind().isTimestamp()) {
            return new Aligned(CastKernels.implicit(left, right.type()), right.kernel(), Layout.LONG);
        }
        if (left.kind().isTimestamp() && right.kind() == TypeKind.DATE) {
            return new Aligned(left.kernel(), CastKernels.implicit(right, left.type()), Layout.LONG);
        }
        return new Aligned(
                comparable(left, right), comparable(right, left), left.type().layout());
    }

    private static Kernel nulls(DataType type) {
        return new LiteralKernel(new Literal(null, type));
    }

    /** The operand, without trailing blanks if it is CHAR; but a quoted text beside a VARCHAR means what it says. */
    private static Kernel comparable(Typed operand, Typed other) {
        boolean quoted = operand.kernel() instanceof LiteralKernel && other.kind() == TypeKind.VARCHAR;
        return operand.kind() == TypeKind.CHAR && !quoted
                ? TextKernels.withoutTrailingBlanks(operand.kernel())
                : operand.kernel();
    }

    private static Aligned alignNumbers(Typed left, Typed right) {
        if (left.kind().isApproximate() || right.kind().isApproximate()) {
            return new Aligned(
                    CastKernels.implicit(left, DataType.DOUBLE),
                    CastKernels.implicit(right, DataType.DOUBLE),
                    Layout.DOUBLE);
        }
        int scale = Math.max(left.type().scale(), right.type().scale());
        if (Decimals.fitsLongAtScale(left.type(), scale) && Decimals.fitsLongAtScale(right.type(), scale)) {
            return new Aligned(
                    DecimalKernels.longsAtScale(left, scale), DecimalKernels.longsAtScale(right, scale), Layout.LONG);
        }
        return new Aligned(DecimalKernels.objects(left), DecimalKernels.objects(right), Layout.OBJECT);
    }
}
