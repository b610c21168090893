/**
 * The conversation at a terminal: read a statement, run it, show what it gives, until the user leaves.
 *
 * <p>{@link io.leat.shell.interactive.InteractiveShell} is the loop. {@link io.leat.shell.interactive.ShellContext} is what
 * commands may use, {@link io.leat.shell.interactive.StatementRunner} runs SQL so that Ctrl-C ends the statement and not
 * the shell. Next: {@code io.leat.shell.edit} for what happens while typing, {@code io.leat.shell.command} for commands.
 */
package io.leat.shell.interactive;
