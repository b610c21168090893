package io.leat.executor.source;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one table: polls its source and turns what comes into rows with all columns, each with its arrival watermark.
 * One thread at a time uses it; the counters and {@link #watermark} may be read by any.
 */
public final class TableReader implements AutoCloseable {
    private final TableDefinition table;
    private final Source source;
    private final Clock clock;
    private final ReaderCounters counters = new ReaderCounters();
    private final StoredRows stored;
    private final RowCompletion completion;
    private volatile long eventTime = Long.MIN_VALUE;
    private volatile boolean finished;

    /**
     * A reader of a source, which it closes.
     *
     * @param idleTimeout after so long without a row a partition no longer holds the watermark back; zero for never
     * @param chunkRows how many rows a poll usually brings
     */
    public TableReader(
            TableDefinition table,
            Source source,
            ErrorPolicy policy,
            Duration idleTimeout,
            Clock clock,
            int chunkRows) {
        this.table = table;
        this.source = source;
        this.clock = clock;
        this.stored = new StoredRows(
                table.name(),
                table.storedColumns().stream().map(ColumnDefinition::type).toList(),
                policy,
                counters,
                chunkRows);
        this.completion = new RowCompletion(table, policy, counters, idleTimeout.toMillis());
    }

    /** The table that is read. */
    public TableDefinition table() {
        return table;
    }

    /**
     * Says which columns are read from the next poll on; the others come as NULL, and what is wrong with them is not
     * noticed. Before the first call all are read.
     *
     * @param columns places among all columns of the table
     */
    public void project(Set<Integer> columns) {
        source.project(List.copyOf(completion.project(columns)));
    }

    /**
     * Takes what the source has ready, never waiting.
     *
     * @throws LeatException if the source failed, or a record is bad and the policy is to fail
     */
    public Intake poll(int maxRows) {
        if (finished) {
            return new Intake(ZSet.EMPTY, PollStatus.FINISHED);
        }
        PollStatus status = source.poll(stored, maxRows);
        long now = clock.epochMillis();
        PartitionWatermarks watermarks = completion.watermarks();
        watermarks.grow(source.partitions().size(), now);
        ZSet rows = ZSet.of(stored.take().stream()
                .map(part -> completion.complete(part.stored(), part.partitions(), now))
                .toList());
        counters.addRows(rows.rows());
        finished = status == PollStatus.FINISHED;
        eventTime = watermarks.watermark(now);
        return new Intake(rows, status);
    }

    /** Whether the source has come to its end. */
    public boolean isFinished() {
        return finished;
    }

    /** How far event time has come: {@code Long.MIN_VALUE} before the first row, {@code Long.MAX_VALUE} at the end. */
    public long watermark() {
        return finished ? Long.MAX_VALUE : eventTime;
    }

    /** The watermark of the rows so far, whether or not the source has come to its end. */
    public long eventTime() {
        return eventTime;
    }

    /** The name of the partition that holds the watermark back. */
    public Optional<String> slowestPartition() {
        int slowest = completion.watermarks().slowest();
        return slowest < 0 || slowest >= source.partitions().size()
                ? Optional.empty()
                : Optional.of(source.partitions().get(slowest));
    }

    /** How far it has read. */
    public Position position() {
        return source.position();
    }

    /** Where the data ends now; may ask the outside world. */
    public Position end() {
        return source.end();
    }

    /** What it has counted. */
    public ReaderCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        source.close();
    }
}
