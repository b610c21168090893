package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Position;
import io.leat.engine.progress.ReadingProgress;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.ReaderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The history of a source whose rows are not kept: it is read again, up to where the running reader stands. What comes after
 * that is noted tick by tick, as long as it is not too much; else it is read again too.
 */
final class StreamFeed implements GrowingFeed {
    private final SourceTable source;
    private final InputNode input;
    private final int rowsMax;
    private final List<ZSet> noted = new ArrayList<>();
    private long notedRows;
    /** Whether everything since the last round was noted. */
    private boolean complete;
    /** What the running reader remembered at the last round. */
    private ReaderState reached = new ReaderState();

    private Optional<Supplier<ReaderFeed>> opening = Optional.empty();
    private ReaderFeed reading;
    private boolean active;
    private ZSet next = ZSet.EMPTY;
    private boolean given = true;
    private long watermark = Long.MIN_VALUE;
    private Set<Integer> columns = Set.of();
    /** Where the first round began. */
    private Optional<Position> begin = Optional.empty();

    private ReadingProgress progress = ReadingProgress.NOTHING;

    /** @param rowsMax how many rows are noted at most */
    StreamFeed(SourceTable source, InputNode input, int rowsMax) {
        this.source = source;
        this.input = input;
        this.rowsMax = rowsMax;
    }

    /** The columns that are read; the running reader must read them too. */
    Set<Integer> columns() {
        return columns;
    }

    InputNode input() {
        return input;
    }

    @Override
    public void project(Set<Integer> read) {
        columns = Set.copyOf(read);
    }

    @Override
    public boolean isOfSource() {
        return true;
    }

    @Override
    public void grow() {
        source.requireWhole();
        if (!source.isStarted()) {
            return;
        }
        if (complete) {
            next = ZSet.of(
                    noted.stream().flatMap(rows -> rows.chunks().stream()).toList());
            given = false;
            watermark = source.eventTime();
        } else if (source.hasHistory()) {
            opening = Optional.of(source.historySince(reached));
            progress = begin.isPresent() ? progress : ReadingProgress.of(0, 0, 1);
        }
        forget();
        complete = true;
        reached = source.copyOfState();
    }

    private void forget() {
        noted.clear();
        notedRows = 0;
    }

    @Override
    public void watch() {
        ZSet rows = input.output();
        if (complete && !rows.isEmpty()) {
            notedRows += rows.rows();
            complete = notedRows <= rowsMax;
            if (complete) {
                noted.add(rows);
            } else {
                forget();
            }
        }
    }

    @Override
    public long left() {
        return isReading() ? Long.MAX_VALUE : next.rows();
    }

    @Override
    public ReadingProgress progress() {
        return progress;
    }

    @Override
    public void read(Decoding decoding) {
        active = isReading();
        if (active) {
            open();
            reading.read(decoding);
        }
    }

    private boolean isReading() {
        return reading != null || opening.isPresent();
    }

    private void open() {
        if (reading == null) {
            reading = opening.orElseThrow().get();
            opening = Optional.empty();
            reading.project(columns);
            begin = begin.or(() -> Optional.of(reading.begin()));
        }
    }

    @Override
    public ZSet next() {
        ZSet part = active ? reading.next() : next;
        if (active) {
            watermark = reading.watermark();
            progress = reading.progress(begin.orElseThrow(), progress.rows() + part.rows());
            endReading();
        } else {
            progress = new ReadingProgress(progress.rows() + part.rows(), progress.fraction());
            next = ZSet.EMPTY;
            given = true;
        }
        return part;
    }

    private void endReading() {
        if (reading.isExhausted()) {
            reading.close();
            reading = null;
        }
    }

    @Override
    public boolean isExhausted() {
        return !isReading() && given;
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }
}
