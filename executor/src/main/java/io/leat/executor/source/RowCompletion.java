package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.RowText;
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
    private final Schema storedSchema;
    private final EventTime eventTime;
    private boolean arrivalsRead = true;

    /**
     * Rows with all columns of the table, but for the arrival column.
     *
     * @param times what event time needs of them, if the table has event time
     * @param failures the rows that could not be computed, which are left out
     * @param failed the text of each of them
     * @param stored how many rows there were
     */
    record Computed(
            Chunk rows, Optional<EventTime.Times> times, List<RowFailure> failures, List<String> failed, int stored) {}

    RowCompletion(TableDefinition table, ErrorPolicy policy, ReaderState state) {
        this.table = table;
        this.policy = policy;
        this.counters = state.counters();
        this.columns = new TableColumns(table);
        this.storedSchema = new Schema(
                table.storedColumns().stream().map(ColumnDefinition::field).toList());
        this.eventTime = new EventTime(state.watermarks());
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
    Computed compute(Chunk stored, int partition) {
        TableColumns.Computed computed = columns.compute(stored);
        Selection selection = computed.selection();
        Chunk rows = selection.of(computed.all());
        if (table.watermark().isEmpty()) {
            return new Computed(
                    rows, Optional.empty(), computed.failures(), texts(stored, computed.failures()), stored.size());
        }
        Column times = selection.isAll(stored.size())
                ? computed.times()
                : computed.times().gather(selection.toRows(), selection.count());
        return new Computed(
                rows,
                Optional.of(EventTime.Times.of((LongColumn) times, partition, arrivalsRead && !table.isKeyed())),
                computed.failures(),
                texts(stored, computed.failures()),
                stored.size());
    }

    private List<String> texts(Chunk stored, List<RowFailure> failures) {
        return failures.stream()
                .map(failure -> RowText.of(storedSchema, stored, failure.row()))
                .toList();
    }

    /**
     * Makes sure that rows that could not be computed may be left out.
     *
     * @throws LeatException why the first of them could not, if the policy is to fail
     */
    void check(Computed computed) {
        if (policy == ErrorPolicy.FAIL && !computed.failures().isEmpty()) {
            throw computed.failures().get(0).error();
        }
    }

    /** All columns of the rows that could be computed, and their arrival watermarks if the table has any. */
    Chunk finish(Computed computed, long now) {
        if (!computed.failures().isEmpty()) {
            counters.addFailed(
                    computed.failures().size(),
                    computed.failures().get(0).error().getMessage());
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
        return Column.absent(Scan.ARRIVAL.type(), times.count());
    }
}
