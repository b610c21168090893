/**
 * What helps while a line is typed: when it is whole, colours, completion.
 *
 * <p>{@link io.leat.shell.edit.ShellLineReader} puts the line editor together. What is a token and what is whole, the
 * engine's {@code io.leat.engine.editing} says; what could come next, {@link io.leat.shell.edit.SqlCompletion}.
 */
package io.leat.shell.edit;
