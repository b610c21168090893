/**
 * Text to {@link io.leat.parser.statement.Statement}, with exact positions, and back to text with secrets masked.
 *
 * <p>Statements are read by the ANTLR grammar of {@code io.leat.grammar}; the queries and expressions inside them are
 * islands that Calcite's parser reads from the same text, padded so that its positions are the script's. Guards count
 * length, nesting and chains before anything recursive runs. Start at {@link io.leat.parser.StatementParser}. Next: the
 * planner resolves names and validates.
 */
package io.leat.parser;
