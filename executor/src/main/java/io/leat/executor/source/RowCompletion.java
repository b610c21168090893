package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import java.util.Set;

/** Turns a table's stored columns into all its columns, and follows its event time. */
final class RowCompletion {
    private final TableDefinition table;
    private final ErrorPolicy policy;
    private final ReaderCounters counters;
    private final TableColumns columns;
    private final EventTime eventTime;

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

    /** Computes only these columns from now on, and what event time needs; answers the stored columns that takes. */
    Set<Integer> project(Set<Integer> read) {
        return columns.project(read);
    }

    /** All columns of the rows that can be computed, and their arrival watermarks if the table has any. */
    Chunk complete(Chunk stored, int[] partitions, long now) {
        TableColumns.Computed computed = columns.compute(stored);
        if (!computed.failures().isEmpty()) {
            refuse(computed);
        }
        if (table.watermark().isEmpty()) {
            return computed.selection().of(computed.all());
        }
        Chunk stamped = eventTime.stamp(computed.all(), computed.times(), computed.selection(), partitions, now);
        // A keyed table's rows replace each other, so none of them is late; its event time moves all the same.
        return table.isKeyed() ? computed.selection().of(computed.all()) : stamped;
    }

    private void refuse(TableColumns.Computed computed) {
        LeatException first = computed.failures().get(0).error();
        if (policy == ErrorPolicy.FAIL) {
            throw first;
        }
        counters.addFailed(computed.failures().size(), first.getMessage());
    }
}
