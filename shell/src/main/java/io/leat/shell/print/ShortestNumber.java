package io.leat.shell.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The shortest digits that read back as the same floating-point number. {@code Double.toString} gives one digit too many
 * for some numbers before Java 19.
 */
final class ShortestNumber {
    private static final List<RoundingMode> ROUNDINGS =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);
    private static final int DIGITS_MIN = 15;
    private static final int DIGITS_MAX = 17;
    private static final int EXPONENT_PLAIN_MIN = -3;
    private static final int EXPONENT_PLAIN_MAX = 7;

    private ShortestNumber() {}

    static String of(Number value) {
        return value instanceof Float ? value.toString() : of(value.doubleValue());
    }

    private static String of(double value) {
        String text = Double.toString(value);
        if (text.length() <= DIGITS_MIN || !Double.isFinite(value)) {
            return text;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = DIGITS_MIN; digits < DIGITS_MAX; digits++) {
            for (RoundingMode rounding : ROUNDINGS) {
                BigDecimal rounded =
                        exact.round(new MathContext(digits, rounding)).stripTrailingZeros();
                if (rounded.doubleValue() == value) {
                    return shorter(write(rounded), text);
                }
            }
        }
        return text;
    }

    private static String shorter(String written, String text) {
        return written.length() < text.length() ? written : text;
    }

    /** In the form of {@code Double.toString}: with an exponent from ten million up and below a thousandth. */
    private static String write(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= EXPONENT_PLAIN_MIN && exponent < EXPONENT_PLAIN_MAX) {
            String plain = value.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
