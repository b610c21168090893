/**
 * How far something has come that takes long: statements that wait for sources or read history, views that catch up, a
 * database that is being opened.
 *
 * <p>Whoever does the work tells a {@link io.leat.engine.progress.Watch}; whoever wants to know gets a {@link
 * io.leat.engine.progress.Progress}, from {@code Session.progress()} or the system table {@code leat.progress}.
 */
package io.leat.engine.progress;
