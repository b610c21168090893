/**
 * From Calcite's row expressions to the plan's: {@link io.leat.planner.expression.ExpressionTranslator} walks the tree
 * and asks one class per family of constructs (arithmetic, comparison, time, text, ...) how to write each call, with
 * every conversion spelled out. Next: {@link io.leat.core.expression} is the target, the executor's kernels run it.
 */
package io.leat.planner.expression;
