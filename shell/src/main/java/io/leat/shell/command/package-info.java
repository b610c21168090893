/**
 * The commands of the shell that begin with a backslash, one class each.
 *
 * <p>{@link io.leat.shell.command.MetaCommands} lists them; a new one is a class that implements {@link
 * io.leat.shell.command.MetaCommand} and a line in that list.
 */
package io.leat.shell.command;
