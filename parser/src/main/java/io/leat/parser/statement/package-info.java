/**
 * What a statement says, as sealed records: no behaviour, no catalog, nothing resolved.
 *
 * <p>Queries and expressions inside are Calcite nodes whose positions count from the start of the whole script. Two
 * records are equal if they say the same thing, wherever it stands. Next: {@code io.leat.parser} makes them from text;
 * the planner and the engine carry them out.
 */
package io.leat.parser.statement;
