/**
 * Results as Apache Arrow batches, for programs that hand columns on: data frames, other engines, files.
 *
 * <p>{@link io.leat.engine.arrow.ArrowBatches} reads a cursor batch by batch. Leat's columns lie in Arrow's layout, so a
 * batch is made by copying buffers ({@link io.leat.engine.arrow.VectorCopy}); only values that Arrow nests (ARRAY, MAP, ROW)
 * are taken apart one by one ({@link io.leat.engine.arrow.NestedCopy}). Reading batches needs no flag of the JVM; writing
 * them as a stream needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED}, because Arrow's own writer does.
 */
package io.leat.engine.arrow;
