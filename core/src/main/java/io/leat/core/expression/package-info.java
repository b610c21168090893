/**
 * Expressions over the columns of one row, as data: no Calcite type inside, comparable and printable.
 *
 * <p>The planner makes them from validated SQL, with every conversion spelled out as a {@link
 * io.leat.core.expression.Cast}; the executor runs them as vectorised kernels. Equal records mean equal expressions,
 * and {@code toString} is canonical: the fingerprint of a plan is made from it.
 */
package io.leat.core.expression;
