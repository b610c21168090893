package io.leat.executor.circuit;

import io.leat.executor.operator.LateCounter;

/** Counts the rows that a node left out because they came too late. Written by the loop, read by anyone. */
public final class NodeLate implements LateCounter {
    private volatile String table = "";
    private volatile long count;

    @Override
    public void dropped(String from, long rows) {
        table = from;
        count = count + rows;
    }

    /** How many rows of a table. */
    public long count(String from) {
        return table.equalsIgnoreCase(from) ? count : 0;
    }
}
