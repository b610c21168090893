/**
 * Deterministic simulation of the whole engine: one thread, a clock that is moved by hand, a disk that crashes, tears, fills up
 * and fails to sync, a log with partitions, transactions, fencing and retention in the place of Kafka, and a random workload.
 * Everything follows from one number, the seed, so that every failure can be seen again.
 *
 * <p>{@link io.leat.tests.simulation.Simulation} is one run; {@link io.leat.tests.simulation.World} is what the engine runs
 * in; {@link io.leat.tests.simulation.Workload} decides what happens; {@link io.leat.tests.simulation.Expectations} and
 * {@link io.leat.tests.simulation.Witness} say what must then be true.
 */
package io.leat.tests.simulation;
