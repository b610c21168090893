package io.leat.connector.datagen;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Generates rows, paced by the clock; its one partition counts rows. With an end to read to, rows before it have been
 * there already and come at once.
 */
final class DatagenSource implements Source {
    private static final String PARTITION = "rows";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final DatagenPlan plan;
    private final Clock clock;
    private final long openedRow;
    private final long openedNanos;
    private final long untilRow;
    private final boolean paced;
    private long nextRow;

    DatagenSource(DatagenPlan plan, SourceRange range, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.openedRow = range.from().map(from -> from.offset(PARTITION)).orElse(0L);
        this.openedNanos = clock.nanos();
        this.nextRow = openedRow;
        this.paced = range.until().isEmpty();
        long asked = range.until().map(until -> until.offset(PARTITION)).orElse(Long.MAX_VALUE);
        this.untilRow = Math.min(asked, plan.rows().orElse(Long.MAX_VALUE));
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        long to = Math.min(available(), nextRow + maxRows);
        for (; nextRow < to; nextRow++) {
            for (int i = 0; i < plan.columns().size(); i++) {
                plan.columns().get(i).append(rows.column(i), nextRow);
            }
            rows.offset(nextRow);
            rows.endRow(0, 1);
        }
        if (nextRow >= untilRow) {
            return PollStatus.FINISHED;
        }
        return nextRow < available() ? PollStatus.MORE : PollStatus.IDLE;
    }

    /** The number of the first row that is not there yet. */
    private long available() {
        if (!paced) {
            return untilRow;
        }
        long nanos = clock.nanos() - openedNanos;
        long due = nanos / NANOS_PER_SECOND * plan.rowsPerSecond()
                + nanos % NANOS_PER_SECOND * plan.rowsPerSecond() / NANOS_PER_SECOND;
        return Math.min(untilRow, openedRow + due);
    }

    @Override
    public Position position() {
        return Position.of(Map.of(PARTITION, nextRow));
    }

    /** The last row of a table that has one, else the rows that are due by now. */
    @Override
    public Position end() {
        return Position.of(Map.of(PARTITION, Math.max(nextRow, plan.rows().orElse(available()))));
    }

    @Override
    public List<String> partitions() {
        return List.of(PARTITION);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
