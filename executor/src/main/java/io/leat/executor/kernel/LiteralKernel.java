package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.expression.Literal;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A constant as a column. The widest column made so far is kept: a narrower one is the front part of it. A text repeats one
 * that stands there once.
 */
final class LiteralKernel implements Kernel {
    private static final int ROWS_MIN = 64;

    private final Literal literal;
    private volatile Column widest;

    LiteralKernel(Literal literal) {
        this.literal = literal;
        this.widest = repeat(literal, 1);
    }

    /** The constant as a column of one row. */
    Column one() {
        return prefix(widest, 1);
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        Column column = widest;
        if (column.size() < input.size()) {
            column = repeat(literal, Math.max(ROWS_MIN, input.size()));
            widest = column;
        }
        return prefix(column, input.size());
    }

    private static Column repeat(Literal literal, int rows) {
        Column column = build(literal, literal.type().layout() == Layout.BYTES ? 1 : rows);
        return column instanceof BytesColumn text ? repeat(text, rows) : column;
    }

    private static BytesColumn repeat(BytesColumn text, int rows) {
        BytesColumn column = text.repeated(new int[rows], text.isNull(0) ? new long[Validity.words(rows)] : null, rows);
        column.bytes(); // Once, for all the columns that are a front part of it.
        return column;
    }

    private static Column build(Literal literal, int rows) {
        ColumnBuilder builder = ColumnBuilder.of(literal.type(), rows);
        Object value = exact(literal);
        for (int i = 0; i < rows; i++) {
            JavaValues.append(builder, literal.type(), value);
        }
        return builder.build();
    }

    private static Object exact(Literal literal) {
        boolean decimal = literal.type().kind() == TypeKind.DECIMAL && literal.value() != null;
        return decimal
                ? ((BigDecimal) literal.value()).setScale(literal.type().scale(), RoundingMode.HALF_UP)
                : literal.value();
    }

    private static Column prefix(Column column, int size) {
        if (column instanceof LongColumn longs) {
            return new LongColumn(longs.values(), longs.validity(), size);
        }
        if (column instanceof DoubleColumn doubles) {
            return new DoubleColumn(doubles.values(), doubles.validity(), size);
        }
        if (column instanceof BytesColumn bytes) {
            return bytes.front(size);
        }
        ObjectColumn objects = (ObjectColumn) column;
        return new ObjectColumn(objects.values(), objects.validity(), size);
    }
}
