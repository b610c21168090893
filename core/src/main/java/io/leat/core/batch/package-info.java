/**
 * Data in memory: columns of primitives, chunks of columns, and Z-sets of chunks.
 *
 * <p>A {@link io.leat.core.batch.Column} lies on the heap in Arrow's layout (values, validity bits, bytes and offsets),
 * so that a copy to Arrow is one bulk copy a buffer, and a loop over it is a loop over an array. A
 * {@link io.leat.core.batch.Chunk} is some thousand rows of columns with their weights. A
 * {@link io.leat.core.batch.ZSet} is a bag of rows with signed weights: everything that moves is one. (Budiu et al.,
 * DBSP, VLDB 2023.)
 *
 * <p>All of it is immutable by agreement: once built, nobody writes to an array that he did not make. Next:
 * {@code io.leat.core.plan} says what is done with it, the executor does it.
 */
package io.leat.core.batch;
