/**
 * The ANTLR grammar of statements, and what can be known about a text from its tokens alone: where its statements
 * begin and end, whether it is complete, and what each token is.
 *
 * <p>{@code LeatLexer} and {@code LeatParser} are generated from the grammars of the same names. The lexer never fails,
 * so the shell can highlight and split whatever has been typed so far. All offsets here are UTF-16 units. Next: {@code
 * io.leat.parser} turns parse trees into statements.
 */
package io.leat.grammar;
