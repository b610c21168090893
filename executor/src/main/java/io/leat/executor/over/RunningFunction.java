package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.plan.Frame;
import io.leat.executor.aggregate.FrameAggregates;

/**
 * An aggregate over frames that rows enter at one end and leave at the other. Where frames begin with the partition, the
 * aggregate of the whole partition is kept from tick to tick: what comes before the context is that without the context.
 */
final class RunningFunction implements FrameFunction {
    private static final int PASSING = 0;

    private final FrameAggregates aggregates;
    private final int aggregate;
    private final int group;
    private final boolean kept;
    private final Sequence sequence;
    private final FrameCursor cursor;
    private int left;
    private int entered;

    /**
     * An aggregate over a sequence. If it is kept, its group holds all rows before the sequence and no others; {@link
     * #finish} adds those of the sequence.
     */
    RunningFunction(FrameAggregates aggregates, int aggregate, int partition, Frame frame, Sequence sequence) {
        this.aggregates = aggregates;
        this.aggregate = aggregate;
        this.kept = frame.isFromStart();
        this.group = kept ? partition : PASSING;
        this.sequence = sequence;
        this.cursor = new FrameCursor(frame, sequence);
    }

    @Override
    public void append(int row, ColumnBuilder into) {
        cursor.move(row);
        if (entered < cursor.to()) {
            add(entered, cursor.to(), 1);
            entered = cursor.to();
        }
        if (left < cursor.from()) {
            add(left, cursor.from(), -1);
            left = cursor.from();
        }
        aggregates.append(aggregate, group, into);
    }

    private void add(int from, int to, long weight) {
        Chunk chunk = sequence.context().chunk();
        aggregates.add(aggregate, group, chunk, sequence.picks(), from, to, weight);
    }

    @Override
    public void finish() {
        if (kept) {
            add(entered, sequence.size(), 1);
        } else {
            add(left, entered, -1);
        }
    }

    /** Takes the rows of a sequence out of an aggregate that is kept. */
    void withdraw() {
        if (kept) {
            add(0, sequence.size(), -1);
        }
    }
}
