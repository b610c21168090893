package io.leat.executor.journal;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileHeader;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Numbered records, added at the end. One {@link #sync} makes all that were added before it safe, however many. A record
 * that could not be added leaves no trace, and the next may be; after a failed sync nothing is added any more, because
 * nobody knows what is on the disk. Used by one thread at a time.
 */
public final class Journal implements AutoCloseable {
    private final Storage storage;
    private final UUID database;
    private final long segmentBytes;
    private StorageOutput output;
    private byte[] buffer = new byte[1 << 12];
    private long next;
    private long safe;
    private long bytes;
    private LeatException failure;

    private Journal(Storage storage, UUID database, long segmentBytes) {
        this.storage = storage;
        this.database = database;
        this.segmentBytes = segmentBytes;
    }

    /**
     * Opens the journal, or begins it.
     *
     * @param database the identity that its files must have
     * @param segmentBytes a segment that is longer is followed by another
     * @param after the records up to this one are not needed
     * @param replay gets those after it, in order; all of them are safe when this returns
     * @throws LeatException DATA_CORRUPTED if one that was safe is missing or damaged; FOREIGN_FORMAT
     */
    public static Journal open(
            Storage storage, UUID database, long segmentBytes, long after, Consumer<JournalRecord> replay) {
        Journal journal = new Journal(storage, database, segmentBytes);
        List<Segment> segments = Segment.all(storage, database);
        if (segments.isEmpty() && after == 0) {
            journal.begin(new Segment(storage, database, 1));
        } else {
            journal.replay(needed(storage, segments, after), after, replay);
        }
        return journal;
    }

    /**
     * Begins the empty journal of a database that goes on behind a record; it is safe when this returns.
     *
     * @param after the last record that a checkpoint has already
     */
    public static void begin(Storage storage, UUID database, long after) {
        Journal journal = new Journal(storage, database, Long.MAX_VALUE);
        journal.begin(new Segment(storage, database, after + 1));
        journal.close();
    }

    /**
     * Copies all records into the journal of another database, which has none; they are safe when this returns.
     *
     * @throws LeatException DATA_CORRUPTED or FOREIGN_FORMAT if a segment is not one of this database; DISK_FULL, INPUT_OUTPUT
     */
    public static void copy(Storage from, UUID database, Storage to, UUID other) {
        Segment.all(from, database).forEach(segment -> segment.copy(to, other));
        to.syncNames();
    }

    /** From the segment on that has the first record needed. */
    private static List<Segment> needed(Storage storage, List<Segment> segments, long after) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).first() <= after + 1) {
                return segments.subList(i, segments.size());
            }
        }
        throw Corruption.of("record " + (after + 1) + " of the journal in " + storage.place("") + " is missing");
    }

    private void replay(List<Segment> segments, long after, Consumer<JournalRecord> replay) {
        Consumer<JournalRecord> needed = record -> {
            if (record.sequence() > after) {
                bytes += record.payload().length + RecordFormat.HEADER_BYTES;
                replay.accept(record);
            }
        };
        for (int i = 0; i < segments.size() - 1; i++) {
            segments.get(i).read(Optional.of(segments.get(i + 1)), needed);
        }
        Segment last = segments.get(segments.size() - 1);
        Segment.Extent extent = last.read(Optional.empty(), needed);
        if (extent.next() <= after) {
            throw Corruption.of("the journal in " + storage.place("") + " ends before record " + after);
        }
        if (extent.end() == 0) {
            begin(last);
        } else {
            goOn(last, extent);
        }
    }

    /** What was replayed may have been in the system's memory only, and a torn tail may come back: both are settled. */
    private void goOn(Segment last, Segment.Extent extent) {
        next = extent.next();
        safe = -1;
        output = storage.append(last.name());
        try {
            output.truncate(extent.end());
            sync();
        } catch (RuntimeException e) {
            output.close();
            throw e;
        }
    }

    private void begin(Segment segment) {
        StorageOutput fresh = storage.append(segment.name());
        try {
            fresh.truncate(0);
            fresh.append(segment.header(), 0, FileHeader.BYTES);
            fresh.sync();
            storage.syncNames();
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
        if (output != null) {
            output.close();
        }
        output = fresh;
        next = segment.first();
        safe = next - 1;
    }

    /** The sequence of the last record. */
    public long lastSequence() {
        return next - 1;
    }

    /** How many bytes have been added, those that were replayed when it was opened included. */
    public long bytes() {
        return bytes;
    }

    /**
     * Adds a record; it is safe after the next {@link #sync}.
     *
     * @param kind 1 to 255
     * @return its sequence
     * @throws LeatException DISK_FULL or INPUT_OUTPUT; the record is then not there
     */
    public long append(int kind, byte[] payload, int offset, int length) {
        requireWhole();
        if (output.size() > segmentBytes) {
            startSegment();
        }
        write(next, kind, payload, offset, length);
        bytes += RecordFormat.HEADER_BYTES + length;
        return next++;
    }

    private void write(long sequence, int kind, byte[] payload, int offset, int length) {
        if (buffer.length < length + RecordFormat.HEADER_BYTES) {
            buffer = new byte[Math.max(length + RecordFormat.HEADER_BYTES, buffer.length * 2)];
        }
        long before = output.size();
        int size = RecordFormat.encode(sequence, kind, payload, offset, length, buffer);
        try {
            output.append(buffer, 0, size);
        } catch (LeatException e) {
            takeBack(before, e);
            throw e;
        }
    }

    private void takeBack(long size, LeatException reason) {
        try {
            output.truncate(size);
        } catch (LeatException e) {
            failure = e;
            reason.addSuppressed(e);
        }
    }

    /**
     * Returns when every record is safe.
     *
     * @throws LeatException INPUT_OUTPUT; the journal takes nothing any more
     */
    public void sync() {
        requireWhole();
        if (safe == lastSequence()) {
            return;
        }
        try {
            output.sync();
        } catch (LeatException e) {
            failure = LeatException.of(ErrorCode.INPUT_OUTPUT, "the journal cannot be made safe: " + e.getMessage(), e)
                    .hint("Nobody knows what is on the disk. Look after the disk, then open the database again.");
            throw failure;
        }
        safe = lastSequence();
        noteSafe();
    }

    /** A help for who reads it, and no more: without it a damaged end could pass for one that was never written. */
    private void noteSafe() {
        try {
            write(safe, RecordFormat.SAFE, new byte[0], 0, 0);
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
        }
    }

    /** Begins another segment, after everything so far is safe. */
    public void startSegment() {
        sync();
        Segment segment = new Segment(storage, database, next);
        if (storage.exists(segment.name())) {
            return;
        }
        try {
            begin(segment);
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                failure = e;
            } else {
                storage.delete(segment.name());
            }
            throw e;
        }
    }

    /** Removes the segments in which no record after a given one is. */
    public void deleteUpTo(long sequence) {
        List<Segment> segments = Segment.all(storage, database);
        for (int i = 0; i + 1 < segments.size() && segments.get(i + 1).first() <= sequence + 1; i++) {
            storage.delete(segments.get(i).name());
        }
    }

    /**
     * Checks that nothing has failed so far.
     *
     * @throws LeatException what has: nobody knows what is safe
     */
    public void requireWhole() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        output.close();
    }
}
