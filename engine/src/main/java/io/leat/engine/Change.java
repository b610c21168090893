package io.leat.engine;

/**
 * One row that came into a view or left it.
 *
 * @param row the row
 * @param weight how many times it came (above 0) or left (below 0)
 */
public record Change(Row row, long weight) {}
