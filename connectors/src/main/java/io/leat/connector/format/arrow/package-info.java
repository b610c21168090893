/**
 * Format {@code arrow}: Arrow IPC files and streams, whose columns are copied a buffer at a time.
 *
 * <p>Only the metadata is read with a library; the buffers are read from the file as they lie there, those of columns that
 * nobody reads not at all. So nothing is needed of the JVM, and rows can be counted and left out without being read. Next:
 * {@link io.leat.connector.format.arrow.ArrowStream} for what a file holds,
 * {@link io.leat.connector.format.arrow.ArrowColumn} for how a column is read.
 */
package io.leat.connector.format.arrow;
