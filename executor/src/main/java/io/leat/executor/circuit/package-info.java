/**
 * A circuit: the operators of all views, wired once, turned tick by tick.
 *
 * <p>{@link io.leat.executor.circuit.CircuitBuilder} makes {@linkplain io.leat.executor.circuit.Node nodes} from a plan,
 * one class of operator a kind of plan. {@link io.leat.executor.circuit.Circuit#step} is one tick: the inputs' changes are
 * pushed through every operator, in an order in which each comes after what it reads. Sub-plans that are equal are one
 * node, whoever asked for them. A circuit knows no source and no sink: whoever turns it sets the changes of its {@linkplain
 * io.leat.executor.circuit.InputNode inputs} and reads the outputs of its nodes. Nothing here starts a thread.
 */
package io.leat.executor.circuit;
