package io.leat.parser;

import io.leat.core.error.Span;
import io.leat.parser.statement.Statement;

/**
 * A statement and where it stands in its script.
 *
 * @param statement what it says
 * @param text exactly what was written, without the semicolon and without blanks and comments around it
 * @param from offset of the first character in the script, in UTF-16 units
 * @param to offset after the last character
 * @param span the same place in lines and columns
 * @param parameters how many {@code ?} it holds
 */
public record ParsedStatement(Statement statement, String text, int from, int to, Span span, int parameters) {}
