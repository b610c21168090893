/**
 * The operators of a circuit: each takes the change of its inputs in one tick and gives the change of its output.
 *
 * <p>Linear operators (filter, project, window, union) work on the change alone. The others remember rows, and only in
 * state that they opened from the {@link io.leat.executor.state.StateStore}: between two ticks an operator holds nothing
 * else that changes, so checkpoints, memory accounting and garbage collection need no code here. What an operator gives
 * in total never depends on where ticks were cut.
 *
 * <p>Next: {@code io.leat.executor.aggregate} for groupings; {@code io.leat.executor.circuit} wires operators together.
 */
package io.leat.executor.operator;
