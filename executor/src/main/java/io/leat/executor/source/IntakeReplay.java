package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads a source until it has brought again what came in a tick, and holds back what is beyond for the ticks that follow: the
 * source may bring its sections in another order and in other portions than it did then.
 */
final class IntakeReplay {
    /** How long a source may bring nothing of what is missing. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final String table;
    private final OpenedSource source;
    private final ReaderState state;
    private final Decoder decoder;
    private final StoredRows collector;
    private final int pollRows;
    private final HeldRows held = new HeldRows();

    /** What came in a tick. */
    record Collected(List<Reading.Part> parts, Tally tally) {}

    IntakeReplay(String table, OpenedSource source, ReaderState state, Decoder decoder, int pollRows) {
        this.table = table;
        this.source = source;
        this.state = state;
        this.decoder = decoder;
        this.collector = decoder.newCollector();
        this.pollRows = pollRows;
    }

    /** Says whether it notes where rows lie from now on. */
    void takeOffsets(boolean taken) {
        decoder.takeOffsets(taken);
        collector.takeOffsets(taken);
    }

    /** Whether the source has been read further than the ticks that have been made again. */
    boolean isHolding() {
        return !held.isEmpty();
    }

    /** Forgets what is held back: the source is to be opened again. */
    void clear() {
        held.clear();
    }

    /**
     * What came in a tick, exactly.
     *
     * @throws LeatException if the source no longer has it
     */
    Collected collect(IntakeRecord expected) {
        readUntilThere(expected);
        List<Reading.Part> parts = new ArrayList<>();
        Tally tally = new Tally();
        for (SectionIntake section : expected.sections()) {
            String name = state.sections().name(section.section());
            for (HeldRows.Held rows : held.takeRows(name, section.rows())) {
                parts.add(part(section, rows));
            }
            tally.addBad(section.section(), held.takeBad(name, section.bad()));
        }
        return new Collected(parts, tally);
    }

    private Reading.Part part(SectionIntake section, HeldRows.Held rows) {
        if (!state.partitions().contains(rows.partition())) {
            throw changed("its partition \"" + rows.partition() + "\" was not there");
        }
        int partition = state.partitions().number(rows.partition());
        return new Reading.Part(partition, section.section(), new StoredRows.Rows(partition, rows.stored()));
    }

    private void readUntilThere(IntakeRecord expected) {
        long pausesLeft = PATIENCE.toNanos() / PAUSE.toNanos();
        while (missing(expected) > 0) {
            PollStatus status = source.get().poll(collector, (int) Math.max(pollRows, missing(expected)));
            boolean any = hold();
            for (SectionIntake section : expected.sections()) {
                check(section, status);
            }
            if (any) {
                pausesLeft = PATIENCE.toNanos() / PAUSE.toNanos();
            } else if (pausesLeft-- == 0) {
                throw silent(missing(expected));
            } else if (status == PollStatus.IDLE) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private long missing(IntakeRecord expected) {
        long missing = 0;
        for (SectionIntake section : expected.sections()) {
            missing += missing(section);
        }
        return Math.min(missing, Integer.MAX_VALUE);
    }

    private long missing(SectionIntake section) {
        String name = state.sections().name(section.section());
        return Math.max(0, section.rows() - held.rows(name)) + Math.max(0, section.bad() - held.bad(name));
    }

    /** Takes over what the source has brought; answers whether that is anything. */
    private boolean hold() {
        List<String> partitions = source.get().partitions();
        List<StoredRows.Part> parts = collector.take();
        List<BadRecord> bad = collector.takeBad();
        for (StoredRows.Part part : parts) {
            String partition = partitions.get(part.partition());
            if (part instanceof StoredRows.Piece piece) {
                hold(piece, partition);
            } else {
                held.add(partition, partition, ((StoredRows.Rows) part).stored());
            }
        }
        bad.forEach(record -> held.add(record.partition(), List.of(record)));
        return !parts.isEmpty() || !bad.isEmpty();
    }

    private void hold(StoredRows.Piece piece, String partition) {
        String section = piece.rows().section().orElse(partition);
        Decoder.Decoded decoded = decoder.decode(piece.rows());
        if (decoded.failure() != null) {
            throw decoded.failure();
        }
        for (Chunk chunk : decoded.chunks()) {
            held.add(section, partition, chunk);
        }
        held.add(section, decoded.bad());
    }

    /** Makes sure that a section may still bring what is missing of it, and has not brought more than it held. */
    private void check(SectionIntake section, PollStatus status) {
        Source current = source.get();
        Position position = current.position();
        String name = state.sections().name(section.section());
        long end = state.offset(section.section()) + section.advance();
        long missing = missing(section);
        boolean known = position.offsets().containsKey(name);
        if (missing > 0 && (status == PollStatus.FINISHED || known && position.offset(name) >= end)) {
            throw changed(missing + " records of \"" + name + "\" before offset " + end + " are missing");
        }
        boolean more = held.rows(name) > section.rows() || held.bad(name) > section.bad();
        if (more && known && position.offset(name) <= end) {
            throw changed("\"" + name + "\" has more records before offset " + end + " than it had");
        }
    }

    private LeatException changed(String what) {
        return LeatException.of(
                        ErrorCode.DATA_CORRUPTED,
                        "table \"" + table + "\" no longer contains what was read from it: " + what)
                .hint("What Leat made of it cannot be made again. Put the data back as it was, or drop what reads the"
                        + " table and create it again from what is there now.");
    }

    private LeatException silent(long missing) {
        return LeatException.of(
                        ErrorCode.TIMEOUT,
                        "table \"" + table + "\" cannot be read again: its source has brought nothing for "
                                + PATIENCE.toSeconds() + " seconds, and " + missing + " records are missing")
                .hint("See that the source can be reached and open the database again; nothing is lost.");
    }
}
