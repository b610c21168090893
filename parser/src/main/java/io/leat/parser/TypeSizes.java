package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import org.antlr.v4.runtime.Token;

/** Reads and bounds the numbers in brackets after a type. */
final class TypeSizes {
    private static final int TIME_PRECISION_MAX = 3;

    private TypeSizes() {}

    /** A whole number. */
    static int number(Token token, Source source) {
        try {
            return Integer.parseInt(token.getText());
        } catch (NumberFormatException e) {
            throw LeatException.of(ErrorCode.SYNTAX, token.getText() + " is not a size", e)
                    .at(source.span(token))
                    .hint("a size is a whole number.");
        }
    }

    /** The digits of a second: refused beyond milliseconds. */
    static int timePrecision(String type, int precision, Span span) {
        if (precision > TIME_PRECISION_MAX) {
            throw LeatException.unsupported(
                            type + "(" + precision + ")", "times are kept in milliseconds: write " + type + "(3).")
                    .at(span);
        }
        return precision;
    }

    /** A length of at least one. */
    static int length(String type, int length, Span span) {
        if (length < 1) {
            throw LeatException.of(ErrorCode.INVALID_DEFINITION, type + " needs a length of at least 1")
                    .at(span);
        }
        return length;
    }
}
