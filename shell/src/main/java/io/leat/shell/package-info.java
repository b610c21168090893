/**
 * The program {@code leat}: what the command line asks for.
 *
 * <p>{@link io.leat.shell.Main} reads the command line. Scripts are run by {@code io.leat.shell.script}; without one,
 * and with somebody at the keyboard, {@code io.leat.shell.interactive} is the conversation. Results are printed by
 * {@code io.leat.shell.print}, commands that begin with a backslash live in {@code io.leat.shell.command}, the live table
 * in {@code io.leat.shell.live}, what helps while typing in {@code io.leat.shell.edit}, and {@code io.leat.shell.demo} is
 * the demonstration.
 */
package io.leat.shell;
