package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Origin;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one table: polls its source and turns what comes into rows with all columns, each with its arrival watermark.
 * One thread at a time uses it; the counters and {@link #watermark} may be read by any.
 *
 * <p>After each tick {@link #lastIntake} says what came in. A reader whose state is that from before the tick makes the same
 * tick again with {@link #replay}: the same rows in the same order, with the same arrivals, although the source may bring its
 * partitions in another order and in other portions.
 */
public final class TableReader implements AutoCloseable {
    private static final long TELL_MILLIS = 5_000;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final TableDefinition table;
    private final ReaderState state;
    private final SourceRange range;
    private final OpenedSource source;
    private final RowCompletion completion;
    private final Decoder decoder;
    private final StoredRows stored;
    private final IntakeReplay replay;
    private Optional<Position> replayEnd = Optional.empty();
    private Optional<IntakeRecord> replayed = Optional.empty();
    private boolean replaying;
    private List<Integer> projection = List.of();
    private boolean takesOffsets;
    private int partitionsBefore;
    private int sectionsBefore;
    private IntakeRecord lastIntake = IntakeRecord.NOTHING;
    private long toldMillis = NEVER;
    private Position told = Position.START;
    private volatile long eventTime;

    /**
     * A reader with what is remembered of its table. If it has begun, its source is opened where it stood, when it is first
     * asked for; else at once.
     *
     * @param range what of the table's history is read, if the state has not begun; else only its end counts
     * @throws io.leat.core.error.LeatException if the source cannot be opened
     */
    public TableReader(
            TableDefinition table, ReaderOptions options, ReaderState state, SourceRange range, SourceFactory sources) {
        this.table = table;
        this.state = state;
        this.range = range;
        this.source = new OpenedSource(sources, new SourceRange(state.position().or(range::from), range.until()));
        this.completion = new RowCompletion(table, options.policy(), state);
        this.decoder = new Decoder(table, options.chunkRows(), record -> met(record, options.policy()));
        this.stored = decoder.newCollector();
        this.replay = new IntakeReplay(
                table.name(),
                source,
                state,
                new Decoder(table, options.chunkRows(), record -> {}),
                options.chunkRows());
        state.watermarks().idleAfter(options.idleTimeout().toMillis());
        this.eventTime = state.watermarks().watermark();
        if (state.position().isEmpty()) {
            state.begin(source.get().position());
        }
    }

    private void met(BadRecord record, ErrorPolicy policy) {
        if (policy == ErrorPolicy.FAIL) {
            throw BadRecordFailure.of(table.name(), record);
        }
    }

    /** The table that is read. */
    public TableDefinition table() {
        return table;
    }

    /**
     * Says which columns are read from the next poll on; the others come as NULL, and what is wrong with them is not
     * noticed. Before the first call all are read.
     *
     * @param columns places among all columns of the table, behind which comes the arrival column if it has one; with
     *     {@link Origin#PLACE} each row's origin is noted
     */
    public void project(Set<Integer> columns) {
        List<Integer> before = projection;
        boolean tookOffsets = takesOffsets;
        Set<Integer> read = new TreeSet<>(columns);
        takesOffsets = read.remove(Origin.PLACE);
        projection = List.copyOf(completion.project(read));
        if (replay.isHolding() && !(before.equals(projection) && tookOffsets == takesOffsets)) {
            // What is held back was read without what is wanted now.
            readAgain(replayEnd.or(range::until));
        }
        stored.takeOffsets(takesOffsets);
        decoder.takeOffsets(takesOffsets);
        replay.takeOffsets(takesOffsets);
        source.project(projection);
    }

    /** Takes what the source has ready, never waiting, and decodes it. */
    Intake poll(int maxRows, long nowMillis) {
        return read(maxRows, nowMillis).decoded().finish();
    }

    /**
     * Takes what the source has ready, never waiting; what it is is known when it has been decoded and finished, which must
     * happen before the next time.
     *
     * @param nowMillis the time of the tick, in milliseconds since 1970
     * @throws io.leat.core.error.LeatException if the source failed, or a record is bad and the policy is to fail
     */
    public Reading read(int maxRows, long nowMillis) {
        begin(Optional.empty());
        goOn();
        if (state.isFinished()) {
            return new Reading(this, nowMillis, PollStatus.FINISHED, List.of(), new Tally());
        }
        try {
            PollStatus status = source.get().poll(stored, maxRows);
            return reading(status, nowMillis);
        } catch (RuntimeException e) {
            count(stored.takeBad());
            throw e;
        }
    }

    /**
     * Every few seconds tells the source how far what it brought has been computed, which is all that was read before; for the
     * reader of a table that goes on reading, between two ticks. At its end, which is the last that it is told, at once.
     *
     * @param nowMillis the time, in milliseconds since 1970
     */
    public void tellSource(long nowMillis) {
        boolean due = state.isFinished() ? source.isOpen() : nowMillis - toldMillis >= TELL_MILLIS;
        if (due) {
            toldMillis = nowMillis;
            if (!state.reached().equals(told)) {
                told = state.reached();
                source.get().computed(told);
            }
        }
    }

    private void begin(Optional<IntakeRecord> record) {
        replayed = record;
        lastIntake = IntakeRecord.NOTHING;
        partitionsBefore = state.partitions().size();
        sectionsBefore = state.sections().size();
    }

    private Reading reading(PollStatus status, long now) {
        List<String> names = source.get().partitions();
        int[] numbers = names.stream().mapToInt(state.partitions()::number).toArray();
        state.watermarks().grow(state.partitions().size(), now);
        List<Reading.Part> parts = new ArrayList<>();
        for (StoredRows.Part part : stored.take()) {
            String partition = names.get(part.partition());
            String section = part instanceof StoredRows.Piece piece
                    ? piece.rows().section().orElse(partition)
                    : partition;
            parts.add(
                    new Reading.Part(numbers[part.partition()], state.sections().number(section), part));
        }
        Tally tally = new Tally();
        stored.takeBad().forEach(record -> tally.addBad(state.sections().number(record.partition()), List.of(record)));
        return new Reading(this, now, status, parts, tally);
    }

    /**
     * Says how far {@link #replay} will come, so that nothing behind that is read and held back; to be called before it, and
     * before the source is opened.
     */
    public void replayUntil(Position end) {
        replayEnd = Optional.of(end);
        replaying = true;
        readAgain(replayEnd);
    }

    /**
     * Makes a tick again: reads the source until it has brought exactly what came in then, waiting for it if need be. What
     * the source has brought beyond is not lost: it comes with the ticks that follow.
     *
     * @param expected what {@link #lastIntake} was after that tick
     * @param nowMillis the time of that tick, in milliseconds since 1970
     * @throws io.leat.core.error.LeatException if the source does not contain it any more, failed, or brought nothing for too
     *     long
     */
    public Reading replay(IntakeRecord expected, long nowMillis) {
        begin(Optional.of(expected));
        replaying = true;
        state.learn(expected, nowMillis);
        IntakeReplay.Collected collected = replay.collect(expected);
        return new Reading(this, nowMillis, expected.status(), collected.parts(), collected.tally());
    }

    /** Every tick has been made again: from now on {@link #read} goes on, behind them. */
    public void goOn() {
        if (replaying) {
            replaying = false;
            boolean further = replayEnd.isPresent() || replay.isHolding();
            replayEnd = Optional.empty();
            if (further || !state.isFinished() && !source.get().position().equals(state.reached())) {
                readAgain(range.until());
            }
        }
    }

    private void readAgain(Optional<Position> until) {
        replay.clear();
        source.moveTo(new SourceRange(state.position(), until));
    }

    /** Decodes and computes a part; any number of threads may do that at a time. */
    Reading.Decoded decode(Reading.Part part) {
        if (part.content() instanceof StoredRows.Rows rows) {
            return new Reading.Decoded(List.of(completion.compute(rows.stored(), part.partition())), List.of(), null);
        }
        Decoder.Decoded decoded = decoder.decode(((StoredRows.Piece) part.content()).rows());
        try {
            List<RowCompletion.Computed> computed = decoded.chunks().stream()
                    .map(chunk -> completion.compute(chunk, part.partition()))
                    .toList();
            return new Reading.Decoded(computed, decoded.bad(), decoded.failure());
        } catch (RuntimeException e) {
            return new Reading.Decoded(List.of(), decoded.bad(), e);
        }
    }

    void check(Reading.Decoded part) {
        if (part.failure() != null) {
            count(part.bad());
            throw part.failure();
        }
        part.rows().forEach(completion::check);
    }

    Chunk complete(RowCompletion.Computed rows, int section, long now) {
        Chunk complete = completion.finish(rows, now);
        Origin origin = complete.origin();
        return origin == null ? complete : complete.withOrigin(origin.in(sectionName(section)));
    }

    private void count(List<BadRecord> bad) {
        if (!bad.isEmpty()) {
            state.counters().addBad(bad.size(), bad.get(bad.size() - 1).reason());
        }
    }

    Intake finish(Reading reading, ZSet rows) {
        Tally tally = reading.tally();
        count(tally.bad());
        state.counters().addRows(rows.rows());
        boolean ended = state.isFinished();
        Map<Integer, Long> advances = ended || replayed.isPresent()
                ? Map.of()
                : state.moveTo(source.get().position());
        long before = eventTime;
        if (!replayed.map(IntakeRecord::isEmpty).orElse(false)) { // time alone may have moved it, and had not then
            eventTime = state.watermarks().watermark(reading.now());
        }
        if (replayed.isPresent()) {
            state.advance(replayed.get());
            lastIntake = replayed.get();
        } else if (!ended) {
            tally.addAdvances(advances);
            lastIntake = new IntakeRecord(
                    state.partitions().from(partitionsBefore),
                    state.sections().from(sectionsBefore),
                    tally.sections(),
                    eventTime != before,
                    reading.status());
            state.finish(reading.status());
        }
        return new Intake(rows, tally.refused(), reading.status());
    }

    String sectionName(int section) {
        return state.sections().name(section);
    }

    /** What came in with the last tick that was finished; nothing, if it could not be. */
    public IntakeRecord lastIntake() {
        return lastIntake;
    }

    /** Whether the source has come to its end. */
    public boolean isFinished() {
        return state.isFinished();
    }

    /** How far event time has come: {@code Long.MIN_VALUE} before the first row, {@code Long.MAX_VALUE} at the end. */
    public long watermark() {
        return state.isFinished() ? Long.MAX_VALUE : eventTime;
    }

    /** The watermark of the rows so far, whether or not the source has come to its end. */
    public long eventTime() {
        return eventTime;
    }

    /** The name of the partition that holds the watermark back. */
    public Optional<String> slowestPartition() {
        int slowest = state.watermarks().slowest();
        return slowest < 0 ? Optional.empty() : Optional.of(state.partitions().name(slowest));
    }

    /** How far it has read: behind what came in with the last tick. */
    public Position position() {
        return state.reached();
    }

    /** Where the data ends now, or will have been replayed; may ask the outside world. */
    public Position end() {
        return state.isFinished() ? state.reached() : source.get().end();
    }

    /** What it has counted. */
    public ReaderCounters counters() {
        return state.counters();
    }

    /** What it remembers from one tick to the next. */
    public ReaderState state() {
        return state;
    }

    @Override
    public void close() {
        source.close();
    }
}
