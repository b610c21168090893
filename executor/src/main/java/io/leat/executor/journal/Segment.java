package io.leat.executor.journal;

import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileHeader;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One file of the journal, named by the sequence of its first record.
 *
 * <p>Where the last one ends is where a record is not whole, unless a later entry says that this record was safe: then it
 * was there and has been damaged. Segments before the last were synced whole.
 */
final class Segment {
    private static final String SUFFIX = ".journal";
    private static final String KIND = "LEATJRNL";

    private final Storage storage;
    private final UUID database;
    private final long first;

    Segment(Storage storage, UUID database, long first) {
        this.storage = storage;
        this.database = database;
        this.first = first;
    }

    /** All segments that there are, oldest first. */
    static List<Segment> all(Storage storage, UUID database) {
        return storage.list().stream()
                .filter(name -> name.matches("\\d{20}\\" + SUFFIX))
                .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                .map(first -> new Segment(storage, database, first))
                .toList();
    }

    long first() {
        return first;
    }

    String name() {
        return String.format("%020d" + SUFFIX, first);
    }

    String place() {
        return storage.place(name());
    }

    byte[] header() {
        return new FileHeader(KIND, database, first).encode();
    }

    /**
     * What reading found.
     *
     * @param next the sequence of the record that would come next
     * @param end how many bytes count, 0 if not even the header was written
     */
    record Extent(long next, long end) {}

    /**
     * Reads all records.
     *
     * @param following the segment behind, which says where this one ends; the last may end with what was never safe
     */
    Extent read(Optional<Segment> following, Consumer<JournalRecord> records) {
        byte[] bytes = storage.read(name());
        if (following.isEmpty() && bytes.length < FileHeader.BYTES) {
            return new Extent(first, 0);
        }
        if (bytes.length < FileHeader.BYTES) {
            throw Corruption.at(place(), bytes.length, "it ends within its header");
        }
        new FileHeader(KIND, database, first).check(bytes, place());
        Extent extent = readRecords(bytes, records);
        boolean damaged = following.isPresent()
                ? extent.next() != following.get().first
                : wasSafe(bytes, (int) extent.end(), extent.next());
        if (damaged) {
            throw Corruption.at(place(), extent.end(), "record " + extent.next() + " is not what was written");
        }
        return extent;
    }

    /** Copies it as it is into another database, whose identity it has there; the records do not repeat it. */
    void copy(Storage to, UUID other) {
        byte[] bytes = storage.read(name());
        Segment copy = new Segment(to, other, first);
        int header = Math.min(bytes.length, FileHeader.BYTES);
        if (header == FileHeader.BYTES) {
            new FileHeader(KIND, database, first).check(bytes, place());
        }
        try (StorageOutput output = to.append(name())) {
            output.truncate(0);
            output.append(copy.header(), 0, header);
            output.append(bytes, header, bytes.length - header);
            output.sync();
        }
    }

    private Extent readRecords(byte[] bytes, Consumer<JournalRecord> records) {
        int at = FileHeader.BYTES;
        long next = first;
        while (at < bytes.length && fits(bytes, at, next)) {
            int length = RecordFormat.length(bytes, at);
            int kind = RecordFormat.kind(bytes, at);
            if (kind != RecordFormat.SAFE) {
                int payload = at + RecordFormat.HEADER_BYTES;
                records.accept(new JournalRecord(next, kind, Arrays.copyOfRange(bytes, payload, payload + length)));
                next++;
            }
            at += RecordFormat.HEADER_BYTES + length;
        }
        return new Extent(next, at);
    }

    private static boolean fits(byte[] bytes, int at, long next) {
        if (!RecordFormat.isWhole(bytes, at)) {
            return false;
        }
        long expected = RecordFormat.kind(bytes, at) == RecordFormat.SAFE ? next - 1 : next;
        return RecordFormat.sequence(bytes, at) == expected;
    }

    /** Whether an entry behind says that a record was safe. */
    private static boolean wasSafe(byte[] bytes, int from, long sequence) {
        for (int at = from; at + RecordFormat.HEADER_BYTES <= bytes.length; at++) {
            if (RecordFormat.looksSafe(bytes, at)
                    && RecordFormat.sequence(bytes, at) >= sequence
                    && RecordFormat.isWhole(bytes, at)) {
                return true;
            }
        }
        return false;
    }
}
