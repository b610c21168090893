/**
 * Statements run one after the other without anybody at the keyboard: from a file, the command line or standard input.
 *
 * <p>{@link io.leat.shell.script.ScriptRunner} runs them, {@link io.leat.shell.script.ResultWriter} hands what they give to
 * the printers of {@code io.leat.shell.print}, {@link io.leat.shell.script.CompletionWait} stays until the pipelines that
 * they started have ended. {@link io.leat.shell.script.ProgressLine} says meanwhile how far something has come.
 */
package io.leat.shell.script;
