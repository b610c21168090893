/**
 * The functions that SQL may call: which there are ({@link io.leat.planner.function.OperatorTable}), how Calcite
 * validates them, and what to say about them. Next: {@code io.leat.planner.expression} turns a validated call into an
 * expression of the plan; {@code io.leat.planner.function.runtime} computes those that have no kernel.
 */
package io.leat.planner.function;
