/**
 * The run loop: everything that happens, happens between two ticks or in one, on one thread.
 *
 * <p>{@link io.leat.engine.run.Graph} is what is running: the circuit, its tables, views and jobs; {@link
 * io.leat.engine.run.Graph#turn} polls the sources, turns the circuit and publishes what changed. {@link
 * io.leat.engine.run.RunLoop} gives it a thread in production; a test turns it by hand. {@link
 * io.leat.engine.run.Replay} is a circuit of its own that reads history from the beginning: to answer a SELECT, or to
 * bring a new view to where the others are.
 *
 * <p>How views and jobs begin and end stands in {@code PipelineLife}, how one takes the place of another in {@code
 * ViewReplacements}, how they come back when a directory is opened in {@code Restoration}, and what is written down of
 * all that in {@code Checkpoints}. Tables with a connector are {@link io.leat.engine.run.SourceTable}, which reads on, and
 * {@code SourceHistory}, which reads again.
 */
package io.leat.engine.run;
