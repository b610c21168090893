package io.leat.core.plan;

/**
 * How a window operator knows that a row came too late: when its window's end - 1 &lt;= the row's arrival watermark. The
 * window of a row that has no session yet is the one that it alone would make. Late rows are dropped and counted.
 *
 * @param arrivalColumn the input column that carries {@link Scan#ARRIVAL}
 * @param table the table that the row came from, for the counter
 * @param rowsColumn the input column that says how many rows of the table a row stands for, or {@link #ONE_ROW}
 */
public record Lateness(int arrivalColumn, String table, int rowsColumn) {

    /** The rows column of an input whose rows stand for themselves. */
    public static final int ONE_ROW = -1;

    /** The lateness of rows that stand for themselves. */
    public Lateness(int arrivalColumn, String table) {
        this(arrivalColumn, table, ONE_ROW);
    }
}
