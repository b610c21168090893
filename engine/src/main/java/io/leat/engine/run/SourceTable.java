package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.source.Intake;
import io.leat.executor.source.Reading;
import io.leat.executor.source.TableReader;
import io.leat.executor.state.KeyedRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table with a connector that can be read. Its reader is opened when something first reads it. Without a key its rows are
 * not kept: whoever needs history reads it again from the source.
 */
public final class SourceTable extends LiveTable {
    private final SourceOpener opener;
    private final int tickRows;
    private final int chunkRows;
    private Optional<KeyedRows> keyed;
    private TableReader reader;
    private Optional<Reading> reading = Optional.empty();
    private Position initialEnd = Position.START;
    private boolean caughtUp;
    private PollStatus status = PollStatus.MORE;
    private LeatException failure;
    private boolean failureTold;

    SourceTable(TableDefinition definition, SourceOpener opener, int tickRows, int chunkRows) {
        super(definition);
        this.opener = opener;
        this.tickRows = tickRows;
        this.chunkRows = chunkRows;
        this.keyed = keyedRows(definition, chunkRows);
    }

    /**
     * Opens the reader unless it is open.
     *
     * @throws LeatException if it cannot be opened, or has failed
     */
    void start(ErrorPolicy policy) {
        if (failure != null) {
            throw failure;
        }
        if (reader == null) {
            TableReader opened = opener.open(definition(), SourceRange.ALL, policy);
            initialEnd = endOf(opened);
            reader = opened;
        }
    }

    private static Position endOf(TableReader opened) {
        try {
            return opened.end();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Closes the reader and forgets what it read: the next who reads the table begins anew, after a failure too. */
    void stop() {
        TableReader stopped = reader;
        reader = null;
        keyed = keyedRows(definition(), chunkRows);
        initialEnd = Position.START;
        caughtUp = false;
        status = PollStatus.MORE;
        failure = null;
        failureTold = false;
        stopped.close();
    }

    /** Whether reading has begun. */
    public boolean isStarted() {
        return reader != null;
    }

    /** Whether reading it ends by itself. */
    public Boundedness boundedness() {
        return opener.boundedness(definition());
    }

    /** The reader, once it has been opened. */
    public Optional<TableReader> reader() {
        return Optional.ofNullable(reader);
    }

    /** What ended reading, if it was a failure. */
    public Optional<LeatException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The failure, the first time only. */
    Optional<LeatException> newFailure() {
        boolean isNew = failure != null && !failureTold;
        failureTold = failureTold || isNew;
        return isNew ? Optional.of(failure) : Optional.empty();
    }

    /** Whether everything that was there when reading began has been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Says which columns are read; without a key the others are not decoded. */
    void project(Set<Integer> columns) {
        if (reader != null && keyed.isEmpty()) {
            reader.project(columns);
        }
    }

    /** Whether polling it may bring something. */
    boolean isPolling() {
        return reader != null && failure == null && status != PollStatus.FINISHED;
    }

    @Override
    boolean hasHistory() {
        return reader != null && !reader.position().equals(Position.START);
    }

    @Override
    Feed history(boolean endsForGood) {
        if (failure != null) {
            throw failure;
        }
        if (keyed.isPresent() && reader != null) {
            return new ContentFeed(keyed.get().content(), watermark());
        }
        Optional<Position> until = Optional.ofNullable(reader).map(TableReader::position);
        return replay(new SourceRange(Optional.empty(), until), endsForGood);
    }

    private Feed replay(SourceRange range, boolean endsForGood) {
        TableReader again = opener.open(definition(), range, ErrorPolicy.SKIP);
        return feed(again, endsForGood);
    }

    /** A feed of everything that the source holds now, for a query that nothing running shares. */
    Feed everything(ErrorPolicy policy) {
        TableReader probe = opener.open(definition(), SourceRange.ALL, policy);
        Position end = endOf(probe);
        if (boundedness() == Boundedness.BOUNDED) {
            return feed(probe, true);
        }
        probe.close();
        SourceRange range = new SourceRange(Optional.empty(), Optional.of(end));
        return feed(opener.open(definition(), range, policy), true);
    }

    private Feed feed(TableReader from, boolean endsForGood) {
        return new ReaderFeed(from, keyedRows(definition(), tickRows), tickRows, endsForGood, opener::now);
    }

    @Override
    void read(int maxRows, Decoding decoding) {
        reading = Optional.empty();
        if (!isPolling()) {
            return;
        }
        try {
            reading = Optional.of(reader.read(maxRows, opener.now()));
            reading.ifPresent(decoding::add);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    @Override
    long intake(InputNode input) {
        if (reading.isEmpty()) {
            return 0;
        }
        long before = input.watermark();
        Intake intake = finish(reading.get());
        reading = Optional.empty();
        ZSet rows = keyed.map(latest -> latest.upsert(intake.rows())).orElse(intake.rows());
        input.offer(rows);
        if (failure == null) {
            input.advance(reader.watermark());
        }
        boolean advanced = before != input.watermark();
        return intake.rows().rows() + (advanced ? 1 : 0);
    }

    private Intake finish(Reading read) {
        try {
            Intake intake = read.finish();
            status = intake.status();
            caughtUp =
                    caughtUp || status != PollStatus.MORE || reader.position().hasReached(initialEnd);
            return intake;
        } catch (RuntimeException e) {
            fail(e);
            return new Intake(ZSet.EMPTY, List.of(), PollStatus.IDLE);
        }
    }

    private void fail(RuntimeException e) {
        failure = Pipelines.asLeatException(e);
        caughtUp = true;
    }

    @Override
    ZSet content() {
        return keyed.map(KeyedRows::content).orElse(ZSet.EMPTY);
    }

    @Override
    public boolean isEnded() {
        return reader != null && reader.isFinished();
    }

    @Override
    public long watermark() {
        return reader == null ? Long.MIN_VALUE : reader.watermark();
    }

    @Override
    void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
