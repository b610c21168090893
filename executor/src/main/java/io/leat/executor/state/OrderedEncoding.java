package io.leat.executor.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** SQL values as numbers or byte strings in the same order. NaN is greater than every other double, -0.0 equals 0.0. */
public final class OrderedEncoding {
    /** Enough for the 38 digits of the widest DECIMAL and sums of them. */
    private static final int DECIMAL_BYTES = 24;

    private OrderedEncoding() {}

    /** A double as a number. */
    public static long ofDouble(double value) {
        return turn(RowCodec.canonicalBits(value));
    }

    /** The double that such a number stands for. */
    public static double toDouble(long encoded) {
        return Double.longBitsToDouble(turn(encoded));
    }

    /** Turns the order of negative numbers round; its own inverse. */
    private static long turn(long bits) {
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    /** A decimal as a byte string; only decimals of the same scale compare. */
    public static byte[] ofDecimal(BigDecimal value) {
        byte[] digits = value.unscaledValue().toByteArray();
        byte[] encoded = new byte[DECIMAL_BYTES];
        Arrays.fill(encoded, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, encoded, DECIMAL_BYTES - digits.length, digits.length);
        encoded[0] ^= Byte.MIN_VALUE;
        return encoded;
    }

    /** The decimal of a scale that such a byte string stands for. */
    public static BigDecimal toDecimal(byte[] encoded, int scale) {
        byte[] digits = encoded.clone();
        digits[0] ^= Byte.MIN_VALUE;
        return new BigDecimal(new BigInteger(digits), scale);
    }
}
