/**
 * What went wrong, as data: a code with its SQLSTATE, one factual line, the place in the text, and a hint.
 *
 * <p>Every failure that a user can meet is a {@link io.leat.core.error.LeatException}. The line never names a Java
 * class; {@link io.leat.core.error.ErrorText} draws the caret. Next: the parser and the planner make the spans, the
 * shell and the JDBC driver show them.
 */
package io.leat.core.error;
