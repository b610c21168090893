/**
 * The way in: from what a connector's source delivers to the change of a table.
 *
 * <p>A {@link io.leat.executor.source.TableReader} polls its source, computes the computed columns and the watermark
 * expression, and says of each row what its own partition's watermark was when it came ({@link
 * io.leat.core.plan.Scan#ARRIVAL}): from that alone, downstream, a row is late or not. Keyed tables become changes in a
 * {@link io.leat.executor.source.KeyedContent}. Next: {@code io.leat.executor.circuit} takes the changes.
 */
package io.leat.executor.source;
