/**
 * The shell as its users meet it: typed into at a terminal ({@link io.leat.tests.shell.ShellAtTerminal}, a screen in memory
 * behind a real line discipline), and started as a process ({@link io.leat.tests.shell.ShellProcessTest}).
 */
package io.leat.tests.shell;
