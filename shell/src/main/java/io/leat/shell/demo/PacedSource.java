package io.leat.shell.demo;

import io.leat.core.connector.ForwardingSource;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;

/** A source that delivers no faster than a pace allows. */
final class PacedSource extends ForwardingSource {
    private static final int ROWS_AT_ONCE = 64;

    private final Pace pace;
    private final long length;

    PacedSource(Source source, Pace pace) {
        super(source);
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
            return super.poll(rows, maxRows);
        }
        if (sum(position()) >= allowed) {
            return PollStatus.IDLE;
        }
        return super.poll(rows, Math.min(maxRows, ROWS_AT_ONCE));
    }
}
