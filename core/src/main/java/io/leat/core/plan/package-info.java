/**
 * The incremental plan, as data: which operators a query is made of, what each keeps state for and when that state may
 * be freed.
 *
 * <p>The planner makes a {@link io.leat.core.plan.Plan}; EXPLAIN prints it, the executor wires a circuit from it, the
 * naive evaluator of the tests computes it from scratch, a checkpoint carries its {@linkplain
 * io.leat.core.plan.Fingerprint fingerprint}. No Calcite type and no name of a Java class of the executor is inside.
 *
 * <p>A plan says what the result is over <em>whole</em> inputs; that the executor computes it change by change is not
 * its concern. Time is: a {@link io.leat.core.plan.Lateness} says which rows are too late, and a
 * {@link io.leat.core.plan.Closing} which rows no later input can change.
 */
package io.leat.core.plan;
