/**
 * Everything that operators remember from one tick to the next.
 *
 * <p>A small family of structures, all opened from a {@link io.leat.executor.state.StateStore}: {@link
 * io.leat.executor.state.RowTable} numbers keys and rows densely, a chunk at a time ({@link
 * io.leat.executor.state.KeyTable} does so for single keys that are bytes already); columns such as {@link io.leat.executor.state.LongValues} hold
 * what belongs to a number; {@link io.leat.executor.state.RowMultimap} keeps a join side's rows by key; {@link
 * io.leat.executor.state.WeightedRows} keeps a bag of rows; {@link io.leat.executor.state.OrderedIndex} keeps the values of
 * each group in order. Rows and keys lie
 * as columns by number, text in arenas and everything else in arrays of primitives, so that a
 * million keys cost the garbage collector a handful of objects. {@link io.leat.executor.state.TimeBuckets} finds what a
 * watermark has closed at the price of what it frees.
 *
 * <p>Every structure can be written down and read back: {@link io.leat.executor.state.Archivable#archive} passes its arrays
 * through a {@link io.leat.executor.state.StateArchive}, in place. What follows from them (hash slots, the first number of
 * each time) is left out and made again, and a value keeps its place in its array as long as it does not change, so that a
 * checkpoint finds few pages that changed. Whoever adds a field passes it through, or says that it is of use within one call
 * only.
 *
 * <p>Nothing here is safe for several threads: a shard of a circuit owns its state. Next: {@code
 * io.leat.executor.operator}, which computes with it.
 */
package io.leat.executor.state;
