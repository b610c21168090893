package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Node;
import io.leat.executor.state.StateArchive;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * A continuous INSERT INTO a sink. Ticks that the sink has already are not given to it again, and it makes nothing visible
 * before the journal is safe that would give the same ticks again.
 */
public final class LiveJob extends LivePipeline {
    private static final long FLUSH_NANOS = 1_000_000_000L;
    private static final long FLUSH_ROWS = 50_000;
    private static final long NOT_HELD = -1;

    private final Sink sink;
    private final SinkMode mode;
    private final String table;
    private final Runnable journalSync;
    private final OptionalLong lastTick;
    private long rowsWritten;
    private long rowsWaiting;
    private long writtenTick;
    private long flushedTick;
    private long flushedAt;
    private boolean defined;
    private boolean endWaits;
    private boolean givenUp;
    private long heldFrom = NOT_HELD;

    /** @param journalSync returns when everything that was noted of the ticks so far is safe */
    LiveJob(String name, Plan plan, Node root, String table, Sink sink, SinkMode mode, Runnable journalSync) {
        super(name, plan, root);
        this.table = table;
        this.sink = sink;
        this.mode = mode;
        this.journalSync = journalSync;
        this.lastTick = sink.lastTick();
    }

    /** The table that it writes. */
    public String table() {
        return table;
    }

    /** How many changes it has written. */
    public long rowsWritten() {
        return rowsWritten;
    }

    /** A sink that has ticks which the database never computed was written by a later state of it. */
    @Override
    void requireNotBehind(long tick) {
        if (lastTick.isPresent() && lastTick.getAsLong() > tick) {
            throw LeatException.of(
                            ErrorCode.DATA_CORRUPTED,
                            "the sink of job \"" + name() + "\" has tick " + lastTick.getAsLong()
                                    + ", and the database only tick " + tick)
                    .hint("The database is older than what it has written, perhaps a copy. Open the latest one, or drop"
                            + " the job and create it under another name.");
        }
    }

    /** Its definition is safe: from now on the sink may make visible what is written. */
    void setDefined() {
        defined = true;
        if (endWaits) {
            endWaits = false;
            end();
        }
    }

    @Override
    public void archive(StateArchive archive) {
        super.archive(archive);
        rowsWritten = archive.number(rowsWritten);
        if (archive.isRestoring() && isEnded()) {
            sink.close();
        }
    }

    @Override
    boolean isKept() {
        return true;
    }

    @Override
    void begin(long tick, ZSet content) {
        take(tick, content);
    }

    @Override
    void take(long tick, ZSet change) {
        ZSet net = mode == SinkMode.APPEND_ONLY ? appended(change) : wanted(change);
        if (net.isEmpty()) {
            return;
        }
        rowsWritten += net.rows();
        if (lastTick.isEmpty() || tick > lastTick.getAsLong()) {
            sink.write(tick, net);
            rowsWaiting += net.rows();
            writtenTick = tick;
        }
    }

    /** Adds a change up, unless there is nothing to add up or the sink does not care. */
    private ZSet wanted(ZSet change) {
        boolean asItIs = !sink.wantsSums() || mode == SinkMode.CHANGELOG && isPlain(change);
        return asItIs ? change : Content.consolidate(change, root().schema().types());
    }

    private static boolean isPlain(ZSet change) {
        return change.chunks().stream().allMatch(chunk -> chunk.weights() == null);
    }

    /** Rows that are only added need no consolidation and keep their order. */
    private ZSet appended(ZSet change) {
        if (isPlain(change)) {
            return change;
        }
        ZSet net = Content.consolidate(change, root().schema().types());
        boolean retracts = net.chunks().stream().anyMatch(LiveJob::retracts);
        if (retracts) {
            throw LeatException.of(
                            ErrorCode.UNSUPPORTED, "job \"" + name() + "\" would take rows back from \"" + table + "\"")
                    .hint(
                            "This sink takes new rows only. Write to one with a primary key (upsert), or use EMIT FINAL.");
        }
        return net;
    }

    private static boolean retracts(Chunk chunk) {
        for (int row = 0; row < chunk.size(); row++) {
            if (chunk.weight(row) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Makes what was written visible: at once when nothing else is going on, else now and then. */
    void flushIfDue(boolean idle, long nanos) {
        if (idle || rowsWaiting >= FLUSH_ROWS || nanos - flushedAt >= FLUSH_NANOS) {
            flush(nanos);
        }
    }

    /** Makes what was written visible. */
    void flush(long nanos) {
        if (defined && writtenTick > flushedTick) {
            journalSync.run();
            sink.flush(writtenTick);
            flushedTick = writtenTick;
            rowsWaiting = 0;
            flushedAt = nanos;
        }
    }

    /** Whether the sink lacks something of the ticks so far that it may still get. */
    boolean isBehind() {
        return !givenUp && (isBroken() || writtenTick > flushedTick);
    }

    /**
     * A checkpoint cannot be taken if it has failed: whether that has been so for too long.
     *
     * @param noted how much the journal has grown until now
     * @param isTooLong whether what was noted since another such moment is too much
     */
    boolean isHoldingBack(long noted, LongPredicate isTooLong) {
        if (!isBroken() || givenUp) {
            return false;
        }
        heldFrom = heldFrom == NOT_HELD ? noted : heldFrom;
        return isTooLong.test(heldFrom);
    }

    /** Whether it stands for good. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** It stands for good: what its sink lacks will not be computed again. */
    void giveUp(LeatException reason) {
        givenUp = true;
        stand(reason);
    }

    @Override
    void ended(long tick) {
        if (defined) {
            end();
        } else {
            endWaits = true;
        }
    }

    private void end() {
        journalSync.run();
        sink.close();
        flushedTick = writtenTick;
    }

    @Override
    void failed(LeatException reason) {
        try {
            sink.abort();
        } catch (RuntimeException e) {
            // What made it fail says more than that closing failed too.
            reason.addSuppressed(e);
        }
    }

    @Override
    void stopped(LeatException reason) {
        // its sink gets everything up to there, and what comes from elsewhere
    }

    @Override
    boolean isFull() {
        return false;
    }

    @Override
    void close(LeatException reason) {
        if (!isEnded() || endWaits) {
            end();
        }
    }
}
