package io.leat.executor.kernel;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;

/** The errors that concern single rows, in one wording each. */
final class RowErrors {
    private static final int VALUE_CHARACTERS_MAX = 100;

    private RowErrors() {}

    static LeatException divisionByZero() {
        return LeatException.of(ErrorCode.DIVISION_BY_ZERO, "division by zero");
    }

    /** A number that the type cannot hold, shown as the computation that gave it. */
    static LeatException outOfRange(DataType type, String computation) {
        return LeatException.of(
                ErrorCode.NUMERIC_OUT_OF_RANGE, type.withNullable(true) + " out of range: " + computation);
    }

    /** A value that cannot be read as the type. */
    static LeatException cannotCast(String text, DataType type) {
        boolean time = switch (type.kind()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ -> true;
            default -> false;
        };
        return LeatException.of(
                time ? ErrorCode.INVALID_DATETIME : ErrorCode.INVALID_CAST,
                "cannot cast \"" + shortened(text) + "\" to " + type.withNullable(true));
    }

    private static String shortened(String text) {
        if (text.length() <= VALUE_CHARACTERS_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(VALUE_CHARACTERS_MAX - 1))
                ? VALUE_CHARACTERS_MAX - 1
                : VALUE_CHARACTERS_MAX;
        return text.substring(0, end) + "...";
    }
}
