package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.engine.durable.ArchivedBytes;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.shard.Shards;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.source.Intake;
import io.leat.executor.source.IntakeRecord;
import io.leat.executor.source.ReaderState;
import io.leat.executor.source.Reading;
import io.leat.executor.source.TableReader;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.KeyedRows;
import io.leat.executor.state.StateArchive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A table with a connector that can be read. Its reader is opened when something first reads it. Without a key its rows are
 * not kept: whoever needs history reads it again from the source.
 */
public final class SourceTable extends LiveTable {
    /** How the parts begin that say how far tables have been read. */
    static final String READER = "reader ";

    private final SourceOpener opener;
    private final SourceHistory history;
    private final int chunkRows;
    private Optional<KeyedRows> keyed;
    private final Diversion diversion;
    private ReaderState state = new ReaderState();
    private TableReader reader;
    private Optional<Reading> reading = Optional.empty();
    /** What was read, and waits to be offered to the circuit. */
    private Optional<Intake> held = Optional.empty();

    private CatchUp initial = CatchUp.NONE;
    private boolean caughtUp;
    private boolean resuming;
    private PollStatus status = PollStatus.MORE;
    private LeatException failure;
    private boolean failureTold;
    private long readMillis;

    SourceTable(TableDefinition definition, SourceOpener opener, int tickRows, int chunkRows) {
        super(definition);
        this.opener = opener;
        this.history = new SourceHistory(definition, opener, tickRows);
        this.chunkRows = chunkRows;
        this.keyed = keyedRows(definition, chunkRows);
        this.diversion = new Diversion(definition, chunkRows, this::isEnded);
    }

    @Override
    Optional<Diversion> diversion() {
        return Optional.of(diversion);
    }

    /**
     * Opens the reader unless it is open.
     *
     * @throws LeatException if it cannot be opened, or has failed
     */
    void start(ErrorPolicy policy) {
        requireWhole();
        if (reader == null) {
            open(policy, SourceRange.ALL);
            diversion.clear();
        }
    }

    private void open(ErrorPolicy policy, SourceRange range) {
        TableReader opened = opener.open(definition(), range, policy, state);
        initial = initialOf(opened);
        status = initialStatus();
        reader = opened;
    }

    /** Where reading has caught up: at once if it had come to its end, so that the source need not be asked. */
    private CatchUp initialOf(TableReader opened) {
        try {
            return catchUpOf(opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private CatchUp catchUpOf(TableReader opened) {
        return state.isFinished() ? CatchUp.NONE : CatchUp.begin(opened, opener.nanos());
    }

    private PollStatus initialStatus() {
        return state.isFinished() ? PollStatus.FINISHED : PollStatus.MORE;
    }

    /**
     * Lets the reader go on where what it remembers, which was read back, says that it stood.
     *
     * @param toCome what is read once more before {@link #goOn}: so far its source is opened
     */
    void resume(List<IntakeRecord> toCome) {
        reader = opener.open(definition(), SourceRange.ALL, ErrorPolicy.DIVERT, state);
        status = initialStatus();
        resuming = true;
        if (!toCome.isEmpty()) {
            ReaderState end = state.place();
            toCome.forEach(end::skip);
            reader.replayUntil(end.position().orElseThrow());
        }
    }

    /** Everything has been read once more: the source is opened to go on, if it is read at all. */
    void goOn() {
        if (resuming) {
            resuming = false;
            reader.goOn();
            initial = catchUpOf(reader);
        }
    }

    /** As {@link #resume}; the latest rows of keys were not read back, and are made again from the source. */
    void resumeFromHistory(List<IntakeRecord> toCome) {
        resume(toCome);
        diversion.clear();
        if (keyed.isPresent() && hasHistory()) {
            try (Feed before = history.until(Optional.of(reader.position()), false)) {
                while (!before.isExhausted()) {
                    Decoding decoding = new Decoding();
                    before.read(decoding);
                    decoding.run(Shards.ONE);
                    keyed.get().upsert(before.next());
                }
            }
        }
    }

    @Override
    Map<String, Archivable> parts() {
        Map<String, Archivable> parts = new LinkedHashMap<>();
        parts.put(READER + definition().name().toLowerCase(Locale.ROOT), this::archiveReader);
        keyed.ifPresent(rows -> parts.put("latest " + definition().name().toLowerCase(Locale.ROOT), rows));
        return parts;
    }

    /** How far it has been read, and what its reader remembers of that. */
    void archiveReader(StateArchive archive) {
        state.archive(archive);
        caughtUp = archive.flag(caughtUp);
    }

    /** Closes the reader and forgets what it read: the next who reads the table begins anew, after a failure too. */
    void stop() {
        TableReader stopped = reader;
        reader = null;
        state = new ReaderState();
        resuming = false;
        reading = Optional.empty();
        held = Optional.empty();
        keyed = keyedRows(definition(), chunkRows);
        initial = CatchUp.NONE;
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

    /** Reading what was there when reading began, while that goes on. */
    public Optional<CatchUp> catchUp() {
        return reader == null || caughtUp || failure != null || isEnded() ? Optional.empty() : Optional.of(initial);
    }

    /** Whether everything that was there when reading began has been read, or nothing more comes. */
    boolean isCaughtUp() {
        return caughtUp || failure != null;
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

    /** Whether more was waiting when it was read last. */
    boolean hasMore() {
        return isPolling() && status == PollStatus.MORE;
    }

    @Override
    boolean hasHistory() {
        return reader != null && !reader.position().equals(Position.START);
    }

    @Override
    Feed history(boolean endsForGood) {
        requireWhole();
        if (keyed.isPresent() && reader != null) {
            return new ContentFeed(keyed.get().content(), watermark());
        }
        return history.until(Optional.ofNullable(reader).map(TableReader::position), endsForGood);
    }

    /** A feed of everything that the source holds now, for a query that nothing running shares. */
    Feed everything(ErrorPolicy policy) {
        return history.everything(policy);
    }

    /**
     * What came after a place, up to where it is read now; opened by whoever reads it.
     *
     * @param from what a reader remembered at that place; it is used up
     */
    Supplier<ReaderFeed> historySince(ReaderState from) {
        return history.since(from, reader.position());
    }

    /** What the reader remembers, apart from it. */
    ReaderState copyOfState() {
        ReaderState copy = new ReaderState();
        ArchivedBytes.restore(ArchivedBytes.of(state), copy);
        return copy;
    }

    /** The watermark of the rows so far, whether or not reading has come to its end. */
    long eventTime() {
        return reader.eventTime();
    }

    /** Checks that it has not failed. */
    void requireWhole() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    boolean tellsOrigins() {
        return keyed.isEmpty();
    }

    /** Takes what there is from outside, and gives it to be decoded before {@link #finishReading}. */
    void read(int maxRows, long nowMillis, Decoding decoding) {
        if (reader == null || failure != null || isHolding()) {
            return;
        }
        try {
            reader.tellSource(nowMillis);
            if (status == PollStatus.FINISHED) {
                return;
            }
            readMillis = nowMillis;
            reading = Optional.of(reader.read(maxRows, nowMillis));
            reading.ifPresent(decoding::add);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Puts together what was decoded; it waits then to be offered to the circuit. */
    void finishReading() {
        reading.ifPresent(this::hold);
        reading = Optional.empty();
    }

    private void hold(Reading read) {
        try {
            Intake intake = read.finish();
            status = intake.status();
            caughtUp = caughtUp || !resuming && isAtInitialEnd();
            held = Optional.of(intake).filter(some -> !reader.lastIntake().isEmpty());
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private boolean isAtInitialEnd() {
        return status != PollStatus.MORE || initial.isReached(reader.position());
    }

    /** What was read and waits, if anything does. */
    Optional<IntakeRecord> waiting() {
        return isHolding() ? Optional.of(reader.lastIntake()) : Optional.empty();
    }

    /** Whether what was read still waits. */
    public boolean isHolding() {
        return held.isPresent();
    }

    @Override
    boolean isWaiting(InputNode input) {
        return isHolding() || failure == null && watermark() > input.watermark();
    }

    @Override
    long offer(InputNode input) {
        ZSet rows = held.map(Intake::rows).orElse(ZSet.EMPTY);
        held.ifPresent(intake -> diversion.refused(intake, readMillis));
        diversion.arrived(rows);
        held = Optional.empty();
        input.offer(keyed.map(latest -> latest.upsert(rows)).orElse(rows));
        if (failure == null) {
            input.advance(watermark());
        }
        return rows.rows();
    }

    /** Reads once more what came into a tick, if it is being read at all, as {@link #read}. */
    void replay(IntakeRecord record, long nowMillis, Decoding decoding) {
        if (isStarted()) {
            readMillis = nowMillis;
            reading = Optional.of(reader.replay(record, nowMillis));
            reading.ifPresent(decoding::add);
        }
    }

    private void fail(RuntimeException e) {
        failure = Pipelines.asLeatException(e);
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
