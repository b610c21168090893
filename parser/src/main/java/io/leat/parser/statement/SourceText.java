package io.leat.parser.statement;

import io.leat.core.error.Span;

/**
 * A piece of the script, exactly as it was written.
 *
 * @param text the characters
 * @param from offset of the first character in the script, in UTF-16 units
 * @param to offset after the last character
 * @param span the same place in lines and columns
 */
public record SourceText(String text, int from, int to, Span span) {}
