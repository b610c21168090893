/**
 * Checkpoints: what is remembered, written down whole, so that the journal before it is not needed any more.
 *
 * <p>A {@link io.leat.executor.checkpoint.Manifest} lists blobs, each a small header and pages; a page lies in this
 * checkpoint's file of pages or in that of an earlier one, so what did not change is not written again. A checkpoint is
 * there when its manifest is, which appears at once. Next: regions of operators' state as blobs, page by page.
 */
package io.leat.executor.checkpoint;
