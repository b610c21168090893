package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Node;

/** A continuous INSERT INTO a sink. */
public final class LiveJob extends LivePipeline {
    private static final long FLUSH_NANOS = 1_000_000_000L;

    private final Sink sink;
    private final SinkMode mode;
    private final String table;
    private long rowsWritten;
    private long writtenTick;
    private long flushedTick;
    private long flushedAt;

    LiveJob(String name, Plan plan, Node root, String table, Sink sink, SinkMode mode) {
        super(name, plan, root);
        this.table = table;
        this.sink = sink;
        this.mode = mode;
    }

    /** The table that it writes. */
    public String table() {
        return table;
    }

    /** How many changes it has written. */
    public long rowsWritten() {
        return rowsWritten;
    }

    @Override
    void take(long tick, ZSet change) {
        ZSet net = mode == SinkMode.APPEND_ONLY ? appended(change) : wanted(change);
        if (!net.isEmpty()) {
            sink.write(tick, net);
            rowsWritten += net.rows();
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

    private static boolean retracts(io.leat.core.batch.Chunk chunk) {
        for (int row = 0; row < chunk.size(); row++) {
            if (chunk.weight(row) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Makes what was written visible: at once when nothing else is going on, else once a second. */
    void flushIfDue(boolean idle, long nanos) {
        if (writtenTick > flushedTick && (idle || nanos - flushedAt >= FLUSH_NANOS)) {
            sink.flush(writtenTick);
            flushedTick = writtenTick;
            flushedAt = nanos;
        }
    }

    @Override
    void ended(long tick) {
        sink.close();
    }

    @Override
    void failed(LeatException reason) {
        try {
            sink.close();
        } catch (RuntimeException e) {
            // What made it fail says more than that closing failed too.
            reason.addSuppressed(e);
        }
    }

    @Override
    boolean isFull() {
        return false;
    }

    @Override
    void close(LeatException reason) {
        if (!isEnded()) {
            sink.close();
        }
    }
}
