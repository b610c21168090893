/**
 * Results as text: one printer for each form, all of them fed row by row.
 *
 * <p>{@link io.leat.shell.print.ValueText} says what a value looks like to people, {@link io.leat.shell.print.JsonText}
 * and {@link io.leat.shell.print.CsvPrinter} what it looks like to programs. {@link io.leat.shell.print.OutputMode} names
 * the forms. Next: {@code io.leat.shell.script}, which runs statements and hands their results to a printer.
 */
package io.leat.shell.print;
