package io.leat.core.plan;

/**
 * How a window operator knows that a row came too late. A row is late for a window of fixed size when the window's end - 1
 * &lt;= the row's arrival watermark, and for a session (whose end is not fixed) when the row's time &lt;= it. Late rows
 * are dropped and counted.
 *
 * @param arrivalColumn the input column that carries {@link Scan#ARRIVAL}
 * @param table the table that the row came from, for the counter
 */
public record Lateness(int arrivalColumn, String table) {}
