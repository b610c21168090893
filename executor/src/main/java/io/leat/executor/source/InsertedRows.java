package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.TableDefinition;

/** Completes the rows that INSERT and appenders bring into an ordinary table: one partition, in the order of insertion. */
public final class InsertedRows {
    private final PartitionWatermarks watermarks;
    private final RowCompletion completion;
    private long watermark = Long.MIN_VALUE;
    private boolean ended;

    /** For a table without a connector. */
    public InsertedRows(TableDefinition table) {
        ReaderState state = new ReaderState();
        watermarks = state.watermarks();
        watermarks.grow(1, 0);
        completion = new RowCompletion(table, ErrorPolicy.FAIL, state);
    }

    /**
     * All columns of rows that have the stored ones, and their arrival watermarks if the table has any.
     *
     * @throws io.leat.core.error.LeatException if a computed column or the watermark of one cannot be computed; then
     *     none of them counts
     */
    public Chunk complete(Chunk stored) {
        RowCompletion.Computed computed = completion.compute(stored, 0);
        completion.check(computed);
        Chunk rows = completion.finish(computed, 0);
        watermark = watermarks.watermark(0);
        return rows;
    }

    /**
     * Says how far event time has come: when it is moved by hand, when what was kept of a table is restored, or when rows
     * are not taken after all. {@code Long.MAX_VALUE} says that no more rows will come.
     */
    public void setWatermark(long time) {
        ended = time == Long.MAX_VALUE;
        if (!ended) {
            watermarks.reset(time);
            watermark = time;
        }
    }

    /** How far event time has come. */
    public long watermark() {
        return ended ? Long.MAX_VALUE : watermark;
    }

    /** Whether no more rows will come. */
    public boolean isEnded() {
        return ended;
    }
}
