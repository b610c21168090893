package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Scan;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns a table's stored columns into all its columns, and follows its event time. */
final class RowCompletion {
    private final TableDefinition table;
    private final ErrorPolicy policy;
    private final ReaderCounters counters;
    private final TableColumns columns;
    private final EventTime eventTime;
    private boolean arrivalsRead = true;

    /**
     * Rows with all columns of the table, but for the arrival column.
     *
     * @param times what event time needs of them, if the table has event time
     * @param failures the rows that could not be computed, which are left out
     */
    record Computed(Chunk rows, Optional<EventTime.Times> times, List<RowFailure> failures) {}

    RowCompletion(TableDefinition table, ErrorPolicy policy, ReaderCounters counters, long idleTimeoutMillis) {
        this.table = table;
        this.policy = policy;
        this.counters = counters;
        this.columns = new TableColumns(table);
        this.eventTime = new EventTime(idleTimeoutMillis);
    }

    PartitionWatermarks watermarks() {
        return eventTime.watermarks();
    }

    /**
     * Computes only these columns from now on, and what event time needs; answers the stored columns that takes.
     *
     * @param read places of columns; the arrival column, if the table has one, comes after the others
     */
    Set<Integer> project(Set<Integer> read) {
        int arrival = table.columns().size();
        arrivalsRead = read.contains(arrival);
        Set<Integer> ofTable = new TreeSet<>(read);
        ofTable.remove(arrival);
        return columns.project(ofTable);
    }

    /** The part of the work that does not depend on what came before; any number of threads may do it. */
    Computed compute(StoredRows.Rows part) {
        TableColumns.Computed computed = columns.compute(part.stored());
        Selection selection = computed.selection();
        Chunk rows = selection.of(computed.all());
        if (table.watermark().isEmpty()) {
            return new Computed(rows, Optional.empty(), computed.failures());
        }
        int size = part.stored().size();
        Column times = selection.isAll(size)
                ? computed.times()
                : computed.times().gather(selection.toRows(), selection.count());
        Origin origin = part.origin().of(selection, size);
        return new Computed(
                rows,
                Optional.of(EventTime.Times.of((LongColumn) times, origin, arrivalsRead && !table.isKeyed())),
                computed.failures());
    }

    /** All columns of the rows that could be computed, and their arrival watermarks if the table has any. */
    Chunk finish(Computed computed, long now) {
        if (!computed.failures().isEmpty()) {
            refuse(computed.failures());
        }
        if (computed.times().isEmpty()) {
            return computed.rows();
        }
        EventTime.Times times = computed.times().get();
        if (table.isKeyed()) {
            // Its rows replace each other, so none of them is late; its event time moves all the same.
            eventTime.follow(times, now);
            return computed.rows();
        }
        List<Column> all = new ArrayList<>(computed.rows().columns());
        all.add(arrivals(times, now));
        return computed.rows().withColumns(all);
    }

    private Column arrivals(EventTime.Times times, long now) {
        if (arrivalsRead) {
            return eventTime.arrivals(times, now);
        }
        eventTime.follow(times, now);
        return Column.absent(Scan.ARRIVAL.type(), times.values().size());
    }

    private void refuse(List<RowFailure> failures) {
        LeatException first = failures.get(0).error();
        if (policy == ErrorPolicy.FAIL) {
            throw first;
        }
        counters.addFailed(failures.size(), first.getMessage());
    }
}
