package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;

/**
 * The exact product of two numbers held as longs, whose type has room for all digits but not in a long. Most products
 * fit in a long all the same, and are made in one step.
 */
record WideProduct(DataType type, Kernel left, Kernel right) implements Kernel {

    /** Whether the product of such types is exact and never has too many digits. */
    static boolean fits(DataType type, DataType left, DataType right) {
        return left.layout() == Layout.LONG
                && right.layout() == Layout.LONG
                && type.layout() == Layout.OBJECT
                && type.scale() == left.scale() + right.scale()
                && type.precision() >= Decimals.digits(left) + Decimals.digits(right);
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        LongColumn a = (LongColumn) left.evaluate(input, selection);
        LongColumn b = (LongColumn) right.evaluate(input, selection);
        long[] validity = Validity.and(a.validity(), b.validity());
        Object[] products = new Object[input.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                products[row] = product(a.values()[row], b.values()[row]);
            }
        }
        return new ObjectColumn(products, validity, input.size());
    }

    private BigDecimal product(long a, long b) {
        long low = a * b;
        boolean fits = Math.multiplyHigh(a, b) == low >> 63;
        return fits
                ? BigDecimal.valueOf(low, type.scale())
                : BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).scaleByPowerOfTen(-type.scale());
    }
}
