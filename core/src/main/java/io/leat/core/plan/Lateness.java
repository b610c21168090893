package io.leat.core.plan;

/**
 * How a window operator knows that a row came too late: when its window's end - 1 &lt;= the row's arrival watermark. The
 * window of a row that has no session yet is the one that it alone would make. Late rows are dropped and counted.
 *
 * @param arrivalColumn the input column that carries {@link Scan#ARRIVAL}
 * @param table the table that the row came from, for the counter
 */
public record Lateness(int arrivalColumn, String table) {}
