package io.leat.connector.nexmark;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads one of the tables. Its one partition counts the events of all three, and a poll goes over so many events, not
 * rows: tables that are read together stay together. With an end to read to, what is before it has been there already
 * and comes at once.
 */
final class NexmarkSource implements Source {
    private static final String PARTITION = "events";

    private final NexmarkPlan plan;
    private final Clock clock;
    private final NexmarkWorld world;
    private final int pieceEvents;
    private final boolean paced;
    private final long openedEvent;
    private final long openedNanos;
    private final long untilEvent;
    private List<ColumnValues> columns;
    private long nextEvent;

    NexmarkSource(NexmarkPlan plan, SourceRange range, SourceContext context) {
        this.plan = plan;
        this.clock = context.clock();
        this.world = new NexmarkWorld(plan.seed(), plan.times());
        this.pieceEvents = plan.table().eventsFor(context.limits().chunkRows());
        this.openedEvent = range.from().map(from -> from.offset(PARTITION)).orElse(0L);
        this.openedNanos = clock.nanos();
        this.nextEvent = openedEvent;
        this.paced = range.until().isEmpty();
        long asked = range.until().map(until -> until.offset(PARTITION)).orElse(Long.MAX_VALUE);
        this.untilEvent = Math.min(asked, plan.events());
    }

    @Override
    public void project(List<Integer> storedColumns) {
        columns = IntStream.range(0, plan.columns().size())
                .mapToObj(i -> storedColumns.contains(i) ? values(i) : ColumnValues.absent(plan.type(i)))
                .toList();
    }

    private ColumnValues values(int column) {
        return ColumnValues.of(plan.table(), plan.columns().get(column).name(), world);
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        if (columns == null) {
            project(IntStream.range(0, plan.columns().size()).boxed().toList());
        }
        long available = available();
        long to = Math.min(available, nextEvent + maxRows);
        while (nextEvent < to) {
            long pieces = (to - nextEvent + pieceEvents - 1) / pieceEvents;
            deliver(rows, nextEvent + (to - nextEvent) / pieces);
        }
        if (nextEvent >= untilEvent) {
            return PollStatus.FINISHED;
        }
        return nextEvent < available ? PollStatus.MORE : PollStatus.IDLE;
    }

    private void deliver(RowCollector rows, long toEvent) {
        Piece piece = new Piece(plan.table(), columns, plan.seed(), nextEvent, toEvent);
        if (piece.records() > 0) {
            rows.deferred(piece);
        }
        nextEvent = toEvent;
    }

    /** The number of the first event that is not there yet. */
    private long available() {
        return paced ? Math.min(untilEvent, plan.pace().available(clock, openedEvent, openedNanos)) : untilEvent;
    }

    @Override
    public Position position() {
        return Position.of(Map.of(PARTITION, nextEvent));
    }

    /** The last event of a table that has one, else the events that are there by now. */
    @Override
    public Position end() {
        long end = plan.events() < Long.MAX_VALUE ? plan.events() : available();
        return Position.of(Map.of(PARTITION, Math.max(nextEvent, end)));
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
