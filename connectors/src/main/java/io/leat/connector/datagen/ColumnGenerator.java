package io.leat.connector.datagen;

import io.leat.connector.format.TextValues;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** Makes the value of a column from the row's number alone. */
interface ColumnGenerator {
    /** Where times begin unless an option says otherwise: 2026-01-01 00:00:00. */
    long START_MILLIS = 1_767_225_600_000L;

    long MILLIS_PER_DAY = 86_400_000L;

    /** Appends the value of a row. */
    void append(ColumnBuilder builder, long row);

    /** The generator that the options of a column ask for. */
    static ColumnGenerator of(FieldOptions options, Noise noise, long rowsPerSecond) {
        DataType type = options.column().type();
        ColumnGenerator values = switch (type.kind()) {
            case BOOLEAN -> longs(row -> noise.bits(row) & 1);
            case TINYINT, SMALLINT, INTEGER, BIGINT, INTERVAL_MONTHS, INTERVAL_MILLIS -> wholeNumbers(options, noise);
            case DECIMAL -> decimals(options, noise);
            case REAL, DOUBLE -> approximate(options, noise);
            case CHAR, VARCHAR -> text(length(options, 100), noise);
            case BINARY, VARBINARY -> bytes(length(options, 20), noise);
            case DATE -> longs(times(options, noise, rowsPerSecond, MILLIS_PER_DAY, Long.MAX_VALUE));
            case TIME -> longs(times(options, noise, rowsPerSecond, 1, MILLIS_PER_DAY));
            case TIMESTAMP, TIMESTAMP_LTZ -> longs(times(options, noise, rowsPerSecond, 1, Long.MAX_VALUE));
            case ARRAY, MAP, ROW, NULL ->
                throw LeatException.unsupported(
                        "column \"" + options.column().name() + "\" of type " + type.kind() + " in connector 'datagen'",
                        "Generate its parts as columns and build the value in a query.");
        };
        return withNulls(values, options.nullRate(), noise.child(-2));
    }

    private static ColumnGenerator withNulls(ColumnGenerator values, double rate, Noise noise) {
        if (rate == 0) {
            return values;
        }
        return (builder, row) -> {
            if (noise.fraction(row) < rate) {
                builder.appendNull();
            } else {
                values.append(builder, row);
            }
        };
    }

    private static ColumnGenerator longs(LongUnaryOperator values) {
        return (builder, row) -> builder.appendLong(values.applyAsLong(row));
    }

    private static ColumnGenerator wholeNumbers(FieldOptions options, Noise noise) {
        DataType type = options.column().type();
        if (options.isSequence()) {
            long start = bound(options, "start", 0);
            return longs(row -> start + row);
        }
        long widest = switch (type.kind()) {
            case TINYINT -> Byte.MAX_VALUE;
            case SMALLINT -> Short.MAX_VALUE;
            case INTEGER, INTERVAL_MONTHS -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        long min = bound(options, "min", type.kind().isInteger() ? -widest - 1 : 0);
        long max = bound(options, "max", widest);
        if (min > max) {
            throw options.emptyRange("min", "max");
        }
        return longs(row -> noise.between(row, min, max));
    }

    private static long bound(FieldOptions options, String name, long otherwise) {
        DataType type = options.column().type();
        return options.value(name, type)
                .map(value -> JavaValues.toLong(type, value))
                .orElse(otherwise);
    }

    private static ColumnGenerator decimals(FieldOptions options, Noise noise) {
        DataType type = options.column().type();
        BigDecimal most = new BigDecimal(BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE), type.scale());
        if (options.isSequence()) {
            BigDecimal start = (BigDecimal) options.value("start", type).orElse(BigDecimal.ZERO.setScale(type.scale()));
            return objects(type, row -> start.add(BigDecimal.valueOf(row)));
        }
        BigDecimal min = (BigDecimal) options.value("min", type).orElse(BigDecimal.ZERO.setScale(type.scale()));
        BigDecimal max = (BigDecimal) options.value("max", type).orElse(most);
        BigInteger range = max.subtract(min).unscaledValue().add(BigInteger.ONE);
        if (range.signum() <= 0) {
            throw options.emptyRange("min", "max");
        }
        Noise high = noise.child(1);
        return objects(type, row -> {
            BigInteger bits = BigInteger.valueOf(high.bits(row)).shiftLeft(64).add(BigInteger.valueOf(noise.bits(row)));
            return min.add(new BigDecimal(bits.mod(range), type.scale()));
        });
    }

    private static ColumnGenerator objects(DataType type, LongFunction<Object> values) {
        return (builder, row) -> JavaValues.append(builder, type, values.apply(row));
    }

    private static ColumnGenerator approximate(FieldOptions options, Noise noise) {
        DataType type = options.column().type();
        if (options.isSequence()) {
            double start = ((Number) options.value("start", type).orElse(0.0)).doubleValue();
            return (builder, row) -> builder.appendDouble(start + row);
        }
        double min = ((Number) options.value("min", type).orElse(0.0)).doubleValue();
        double max = ((Number) options.value("max", type).orElse(Math.max(1.0, min))).doubleValue();
        if (min > max) {
            throw options.emptyRange("min", "max");
        }
        return objects(type, row -> TextValues.boxed(type, min + noise.fraction(row) * (max - min)));
    }

    private static int length(FieldOptions options, int otherwise) {
        int declared = options.column().type().precision();
        return Math.min(declared, options.length(Math.min(declared, otherwise)));
    }

    private static ColumnGenerator text(int length, Noise noise) {
        return (builder, row) -> builder.appendText(
                HexFormat.of().formatHex(random(noise, row, (length + 1) / 2)).substring(0, length));
    }

    private static ColumnGenerator bytes(int length, Noise noise) {
        return (builder, row) -> builder.appendBytes(random(noise, row, length), 0, length);
    }

    private static byte[] random(Noise noise, long row, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i += Long.BYTES) {
            long bits = noise.child(i).bits(row);
            for (int j = i; j < Math.min(length, i + Long.BYTES); j++, bits >>>= Byte.SIZE) {
                bytes[j] = (byte) bits;
            }
        }
        return bytes;
    }

    /** Times that go on with the rows at their rate, in some unit of milliseconds and modulo a period. */
    private static LongUnaryOperator times(
            FieldOptions options, Noise noise, long rowsPerSecond, long unitMillis, long periodMillis) {
        long start = options.value("start", DataType.TIMESTAMP)
                .map(value -> JavaValues.toLong(DataType.TIMESTAMP, value))
                .orElse(START_MILLIS);
        long maxPast = options.maxPastMillis();
        return row -> {
            long millis = start + row / rowsPerSecond * 1_000 + row % rowsPerSecond * 1_000 / rowsPerSecond;
            long past = noise.between(row, 0, maxPast);
            long time = Math.floorDiv(millis - past, unitMillis);
            return periodMillis == Long.MAX_VALUE ? time : Math.floorMod(time, periodMillis);
        };
    }
}
