/**
 * Tables that the engine itself fills: {@code leat.tables}, {@code leat.views}, {@code leat.sources}, {@code leat.jobs},
 * {@code leat.progress}.
 * They can be read by finite queries only: what they say is true at the moment of asking.
 */
package io.leat.engine.system;
