/**
 * Rows in the order of their partitions: the first rows of each ({@link io.leat.executor.over.RankOperator} and, where
 * nothing is ever taken back, {@code TopRowsOperator}), and functions over neighbouring rows
 * ({@link io.leat.executor.over.OverOperator}).
 *
 * <p>Rows lie in an {@link io.leat.executor.state.OrderedRows}. Within a tick it shows the old and the new order together,
 * so that an operator walks both once, over the rows that a change can reach, and emits what differs; nothing of the
 * output is kept. Next: {@code io.leat.executor.state}.
 */
package io.leat.executor.over;
