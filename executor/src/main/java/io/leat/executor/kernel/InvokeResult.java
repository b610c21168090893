package io.leat.executor.kernel;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** How what a method returned becomes a value of a type. */
record InvokeResult(DataType type) {

    /** Adds what was returned to a column; null is NULL. */
    void append(ColumnBuilder builder, Object value) {
        if (value == null) {
            builder.appendNull();
            return;
        }
        switch (type.layout()) {
            case LONG -> builder.appendLong(toLong(value));
            case DOUBLE -> builder.appendDouble(toDouble(value));
            case BYTES -> appendBytes(builder, value);
            case OBJECT -> builder.appendObject(value instanceof Number ? decimal(value) : value);
        }
    }

    private long toLong(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (type.kind() == TypeKind.DECIMAL) {
            return decimal(value).unscaledValue().longValueExact();
        }
        if (value instanceof Number number) {
            return whole(number);
        }
        if (value instanceof Character character) {
            return character;
        }
        return JavaValues.toLong(type, value);
    }

    private long whole(Number number) {
        boolean exact = number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte;
        long value = exact ? number.longValue() : exactWhole(number);
        int shift = type.kind().isInteger() ? Long.SIZE - IntegerCasts.bits(type) : 0;
        if (value << shift >> shift != value) {
            throw RowErrors.outOfRange(type, number.toString());
        }
        return value;
    }

    private long exactWhole(Number number) {
        BigInteger whole = big(number).toBigInteger();
        if (whole.bitLength() >= Long.SIZE) {
            throw RowErrors.outOfRange(type, number.toString());
        }
        return whole.longValue();
    }

    private double toDouble(Object value) {
        double number = ((Number) value).doubleValue();
        return type.kind() == TypeKind.REAL ? (float) number : number;
    }

    private BigDecimal decimal(Object value) {
        BigDecimal number = big((Number) value);
        BigDecimal rounded = Decimals.rounded(number, type);
        if (rounded == null) {
            throw RowErrors.outOfRange(type, number.toPlainString());
        }
        return rounded;
    }

    private BigDecimal big(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw RowErrors.outOfRange(type, number.toString());
            }
        }
        return new BigDecimal(number.toString());
    }

    private void appendBytes(ColumnBuilder builder, Object value) {
        if (value instanceof byte[] bytes) {
            builder.appendBytes(bytes, 0, bytes.length);
        } else if (type.kind().isText()) {
            builder.appendText(value.toString());
        } else {
            throw LeatException.of(ErrorCode.DATA, "a function gave text where binary is expected");
        }
    }
}
