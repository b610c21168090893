/**
 * The Java methods that compute SQL functions without a kernel. Public and static because the executor finds them by
 * name; nothing else calls them. Arguments arrive as {@link io.leat.core.expression.Invoke} says; a method whose
 * function is strict never sees a null. What a row does wrong is a {@link io.leat.core.error.LeatException} about that
 * row. Next: {@code io.leat.planner.function} says which function is computed by which method.
 */
package io.leat.planner.function.runtime;
