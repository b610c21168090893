/**
 * Microbenchmarks of the executor (kernels, key tables, aggregates, joins, sessions, top-n) and of decoders.
 *
 * <p>{@link io.leat.tests.benchmark.jmh.Benchmarks} runs them; no test does. Whoever changes a structure of {@code
 * io.leat.executor.state} or a kernel measures before and after.
 */
package io.leat.tests.benchmark.jmh;
