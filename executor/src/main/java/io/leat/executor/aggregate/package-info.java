/**
 * Groupings: {@link io.leat.executor.aggregate.AggregateOperator} numbers the groups of a whole chunk first and then
 * updates one {@link io.leat.executor.aggregate.Accumulator} an aggregate, each in one loop over arrays by group number.
 *
 * <p>At a tick's end the old and new results of the touched groups are compared and only real changes leave. Sums are exact
 * whatever the order of their terms, so results do not depend on where ticks were cut. Next: {@code
 * io.leat.executor.state}, where all of it is remembered.
 */
package io.leat.executor.aggregate;
