package io.leat.shell.demo;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import java.util.List;

/** A source that delivers no faster than a pace allows. */
final class PacedSource implements Source {
    private static final int ROWS_AT_ONCE = 64;

    private final Source source;
    private final Pace pace;
    private final long length;

    PacedSource(Source source, Pace pace) {
        this.source = source;
        this.pace = pace;
        this.length = sum(source.end());
    }

    private static long sum(Position position) {
        return position.offsets().values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        long allowed = pace.allowed(length);
        if (allowed == Long.MAX_VALUE) {
            return source.poll(rows, maxRows);
        }
        if (sum(source.position()) >= allowed) {
            return PollStatus.IDLE;
        }
        return source.poll(rows, Math.min(maxRows, ROWS_AT_ONCE));
    }

    @Override
    public Position position() {
        return source.position();
    }

    @Override
    public Position end() {
        return source.end();
    }

    @Override
    public List<String> partitions() {
        return source.partitions();
    }

    @Override
    public void close() {
        source.close();
    }
}
