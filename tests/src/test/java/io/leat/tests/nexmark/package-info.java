/**
 * The Nexmark queries, checked: each of the scripts in {@code tests/benchmark/nexmark} must give the results that other
 * engines gave for the same events, however the input is cut and wherever it comes from. How fast they are is measured in
 * {@code io.leat.tests.benchmark}.
 */
package io.leat.tests.nexmark;
