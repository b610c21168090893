package io.leat.connector.nexmark;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.Origin;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the events, not yet made into rows.
 *
 * @param table which table's rows are wanted
 * @param columns the values of its stored columns
 * @param seed the sequence
 * @param fromEvent the first event
 * @param toEvent the first event that is not in it
 */
record Piece(NexmarkTable table, List<ColumnValues> columns, long seed, long fromEvent, long toEvent)
        implements DeferredRows {

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public int records() {
        return (int) (table.rowsBefore(toEvent) - table.rowsBefore(fromEvent));
    }

    @Override
    public void decode(RowCollector rows) {
        Events events = Events.of(table, seed, table.rowsBefore(fromEvent), records());
        List<Column> made = new ArrayList<>(columns.size());
        for (ColumnValues values : columns) {
            made.add(values.of(events));
        }
        Origin origin = rows.takesOffsets() ? Origin.at(events.numbers(), events.size()) : null;
        rows.chunk(partition(), new Chunk(events.size(), made, null, origin));
    }
}
