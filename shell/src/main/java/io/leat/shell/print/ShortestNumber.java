package io.leat.shell.print;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The shortest digits that read back as the same floating-point number. {@code Double.toString} gives one digit too many
 * for some numbers before Java 19.
 */
final class ShortestNumber {
    private static final int DIGITS_MIN = 15;
    private static final int DIGITS_MAX = 17;

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
            String shorter =
                    Double.toString(exact.round(new MathContext(digits)).doubleValue());
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            if (rounded.doubleValue() == value) {
                return shorter.length() <= plain(rounded).length() ? shorter : plain(rounded);
            }
        }
        return text;
    }

    private static String plain(BigDecimal value) {
        String text = value.toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }
}
