/**
 * The whole engine against a second opinion: at every tick what a subscriber sees of a view is what the naive evaluator of
 * {@code io.leat.executor.oracle} computes from scratch over the same prefix of input ({@link
 * io.leat.tests.oracle.EveryTickTest}); and final results over real data are those of DuckDB ({@link
 * io.leat.tests.oracle.DuckDbFlightsTest}, {@link io.leat.tests.oracle.DuckDbExpressionsTest}).
 */
package io.leat.tests.oracle;
