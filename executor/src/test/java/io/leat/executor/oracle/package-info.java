/**
 * The oracle: plain code that computes a plan from scratch over whole multisets of rows, to compare the incremental
 * operators with.
 *
 * <p>Nothing here is fast and nothing here shares code with the operators or the kernels. At every tick of a test, the sum
 * of all changes that a circuit gave so far must be what {@link io.leat.executor.oracle.NaiveEvaluator} says about the
 * sum of all its inputs. Start there; {@link io.leat.executor.oracle.Bag} is the multiset. The package is in the test-jar of
 * the executor, so that other modules' tests use it too.
 */
package io.leat.executor.oracle;
