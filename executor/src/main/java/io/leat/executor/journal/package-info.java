/**
 * The journal: everything that must survive a crash is added to its end and synced before it counts.
 *
 * <p>A {@link io.leat.executor.journal.Journal} is a row of segment files of numbered records, each with a checksum. Who
 * opens it gets the records after a checkpoint; a tail that was never safe is cut off, any other damage is an error. Next:
 * {@code io.leat.executor.checkpoint}, which lets the journal be short.
 */
package io.leat.executor.journal;
