package io.leat.executor.source;

import io.leat.core.batch.Chunk;
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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    private final ErrorPolicy policy;
    private final int chunkRows;
    private final Queue<StoredRows> collectors = new ConcurrentLinkedQueue<>();
    private long now;
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
        this.policy = policy;
        this.chunkRows = chunkRows;
        this.stored = newCollector();
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
     * @param columns places among all columns of the table, behind which comes the arrival column if it has one
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
        Reading reading = read(maxRows);
        for (int part = 0; part < reading.parts(); part++) {
            reading.decode(part);
        }
        return reading.finish();
    }

    /**
     * Takes what the source has ready, never waiting; what it is is known when it has been decoded and finished, which must
     * happen before the next time.
     *
     * @throws LeatException if the source failed, or a record is bad and the policy is to fail
     */
    public Reading read(int maxRows) {
        if (finished) {
            return new Reading(this, PollStatus.FINISHED, List.of());
        }
        PollStatus status;
        try {
            status = source.poll(stored, maxRows);
        } finally {
            count(stored.takeBad());
        }
        now = clock.epochMillis();
        completion.watermarks().grow(source.partitions().size(), now);
        return new Reading(this, status, stored.take());
    }

    /** Decodes and computes a part; any number of threads may do that at a time. */
    Reading.Decoded decode(StoredRows.Part part) {
        if (part instanceof StoredRows.Rows rows) {
            return new Reading.Decoded(List.of(completion.compute(rows)), StoredRows.BadRecords.NONE, null);
        }
        StoredRows collector = Optional.ofNullable(collectors.poll()).orElseGet(this::newCollector);
        try {
            ((StoredRows.Piece) part).rows().decode(collector);
            List<RowCompletion.Computed> computed = collector.take().stream()
                    .map(rows -> completion.compute((StoredRows.Rows) rows))
                    .toList();
            return new Reading.Decoded(computed, collector.takeBad(), null);
        } catch (RuntimeException e) {
            return new Reading.Decoded(List.of(), collector.takeBad(), e);
        } finally {
            collector.clear();
            collectors.add(collector);
        }
    }

    private StoredRows newCollector() {
        return new StoredRows(
                table.name(),
                table.storedColumns().stream().map(ColumnDefinition::type).toList(),
                policy,
                chunkRows);
    }

    void count(StoredRows.BadRecords bad) {
        if (bad.count() > 0) {
            counters.addBad(bad.count(), bad.lastReason());
        }
    }

    Chunk complete(RowCompletion.Computed rows) {
        return completion.finish(rows, now);
    }

    Intake finish(ZSet rows, PollStatus status) {
        counters.addRows(rows.rows());
        finished = status == PollStatus.FINISHED;
        eventTime = completion.watermarks().watermark(now);
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
