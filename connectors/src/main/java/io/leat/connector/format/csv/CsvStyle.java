package io.leat.connector.format.csv;

import io.leat.connector.format.FormatOptions;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Optional;

/**
 * How a table's CSV is written.
 *
 * @param delimiter what stands between fields; ASCII
 * @param quote what encloses fields; ASCII
 * @param comments whether records that begin with {@code #} are comments
 * @param nullLiteral the text that means NULL, if not the empty one
 * @param ignoreErrors whether what cannot be read becomes NULL or is left out
 * @param header whether the first record of a file names the columns
 */
record CsvStyle(
        char delimiter,
        char quote,
        boolean comments,
        Optional<String> nullLiteral,
        boolean ignoreErrors,
        boolean header) {
    static final String DELIMITER = "field-delimiter";
    static final String QUOTE = "quote-character";
    static final String COMMENTS = "allow-comments";
    static final String NULL_LITERAL = "null-literal";
    static final String IGNORE_PARSE_ERRORS = "ignore-parse-errors";
    static final String HEADER = "header";
    static final char COMMENT = '#';

    static CsvStyle of(FormatOptions options) {
        CsvStyle style = new CsvStyle(
                character(options, DELIMITER, ','),
                character(options, QUOTE, '"'),
                options.bool(COMMENTS),
                options.text(NULL_LITERAL),
                options.bool(IGNORE_PARSE_ERRORS),
                options.bool(HEADER));
        if (style.delimiter == style.quote) {
            throw LeatException.of(
                    ErrorCode.INVALID_OPTION,
                    "options '" + options.key(DELIMITER) + "' and '" + options.key(QUOTE) + "' are the same character");
        }
        return style;
    }

    private static char character(FormatOptions options, String name, char otherwise) {
        String text = options.text(name).orElse(String.valueOf(otherwise)).replace("\\t", "\t");
        boolean usable = text.length() == 1 && text.charAt(0) < 128 && text.charAt(0) != '\n' && text.charAt(0) != '\r';
        if (!usable) {
            throw LeatException.of(
                            ErrorCode.INVALID_OPTION,
                            "option '" + options.key(name) + "' is '" + text + "', which is not one ASCII character")
                    .hint("Write '\\t' for a tab.");
        }
        return text.charAt(0);
    }

    /** Whether a record is a comment. */
    boolean isComment(String record) {
        return comments && !record.isEmpty() && record.charAt(0) == COMMENT;
    }

    /** Whether a field is a NULL of a column of a type that has an empty value (text, bytes), or of another one. */
    boolean isNull(String field, boolean quoted, boolean hasEmpty) {
        if (field.isEmpty() && !hasEmpty) {
            return true;
        }
        return !quoted && field.equals(nullLiteral.orElse(""));
    }
}
