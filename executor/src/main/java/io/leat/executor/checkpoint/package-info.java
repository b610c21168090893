/**
 * Checkpoints: what is remembered, written down whole, so that the journal before it is not needed any more.
 *
 * <p>A {@link io.leat.executor.checkpoint.Manifest} lists blobs, each a small header and pages; a page lies in this
 * checkpoint's file of pages or in that of an earlier one, so what did not change is not written again. A checkpoint is
 * there when its manifest is, which appears at once.
 *
 * <p>{@link io.leat.executor.checkpoint.CheckpointPages} knows what the last checkpoint has written. It captures everything
 * that is {@link io.leat.executor.state.Archivable} between two ticks as a
 * {@link io.leat.executor.checkpoint.PendingCheckpoint}, which another thread writes; and it reads it back. Next:
 * {@link io.leat.executor.checkpoint.Checkpoints}, the files.
 */
package io.leat.executor.checkpoint;
