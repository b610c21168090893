package io.leat.executor.circuit;

import io.leat.executor.operator.LateCounter;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;

/** Counts the rows that a node left out because they came too late. Written by the loop, read by anyone. */
public final class NodeLate implements LateCounter, Archivable {
    private volatile String table = "";
    private volatile long count;

    @Override
    public void dropped(String from, long rows) {
        table = from;
        count = count + rows;
    }

    @Override
    public void archive(StateArchive archive) {
        table = archive.text(table);
        count = archive.number(count);
    }

    /** How many rows of a table. */
    public long count(String from) {
        return table.equalsIgnoreCase(from) ? count : 0;
    }
}
