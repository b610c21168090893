package io.leat.executor.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Crash;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import io.leat.executor.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final UUID DATABASE = new UUID(1, 2);
    private static final int SEGMENT_BYTES = 120;

    private final List<String> replayed = new ArrayList<>();

    private Journal open(Storage storage, long after) {
        replayed.clear();
        return Journal.open(storage, DATABASE, SEGMENT_BYTES, after, record -> {
            assertEquals(7, record.kind());
            replayed.add(new String(record.payload(), UTF_8));
        });
    }

    private static void append(Journal journal, String text) {
        byte[] bytes = ("-" + text).getBytes(UTF_8);
        journal.append(7, bytes, 1, bytes.length - 1);
    }

    private static List<String> numbers(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            numbers.add("record " + i);
        }
        return numbers;
    }

    private static void write(Journal journal, int from, int to) {
        numbers(from, to).forEach(text -> append(journal, text));
    }

    @Test
    void aCopyHasAllRecordsAndBelongsToAnotherDatabase() {
        FaultyStorage disk = new FaultyStorage();
        try (Journal journal = open(disk.storage(), 0)) {
            write(journal, 1, 20);
            journal.sync();
        }
        FaultyStorage other = new FaultyStorage();
        UUID name = new UUID(3, 4);
        Journal.copy(disk.storage(), DATABASE, other.storage(), name);
        List<String> copied = new ArrayList<>();
        Journal.open(other.storage(), name, SEGMENT_BYTES, 3, record -> copied.add(new String(record.payload(), UTF_8)))
                .close();
        assertEquals(numbers(4, 20), copied);
        LeatException error = assertThrows(LeatException.class, () -> open(other.storage(), 0));
        assertEquals(ErrorCode.FOREIGN_FORMAT, error.code());
    }

    @Test
    void anEmptyJournalGoesOnBehindARecord() {
        FaultyStorage disk = new FaultyStorage();
        Journal.begin(disk.storage(), DATABASE, 41);
        try (Journal journal = open(disk.storage(), 41)) {
            assertEquals(List.of(), replayed);
            append(journal, "record 42");
            assertEquals(42, journal.lastSequence());
        }
    }

    @Test
    void whatWasAddedIsReplayed() {
        FaultyStorage disk = new FaultyStorage();
        try (Journal journal = open(disk.storage(), 0)) {
            assertEquals(List.of(), replayed);
            write(journal, 1, 20);
            assertEquals(20, journal.lastSequence());
        }
        assertTrue(disk.storage().list().size() > 3);
        try (Journal journal = open(disk.storage(), 0)) {
            assertEquals(numbers(1, 20), replayed);
            write(journal, 21, 22);
            journal.sync();
        }
        open(disk.storage(), 19).close();
        assertEquals(numbers(20, 22), replayed);
    }

    @Test
    void whatACheckpointHasCanBeRemoved() {
        FaultyStorage disk = new FaultyStorage();
        Journal journal = open(disk.storage(), 0);
        write(journal, 1, 10);
        journal.startSegment();
        journal.startSegment();
        journal.deleteUpTo(10);
        assertEquals(List.of("00000000000000000011.journal"), disk.storage().list());
        journal.close();
        assertEquals(10, open(disk.storage(), 10).lastSequence());
        LeatException error = assertThrows(LeatException.class, () -> open(disk.storage(), 9));
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
        assertEquals("record 10 of the journal in memory/ is missing", error.getMessage());
        LeatException early = assertThrows(LeatException.class, () -> open(disk.storage(), 11));
        assertEquals("the journal in memory/ ends before record 11", early.getMessage());
    }

    /** Adds records, two to a sync; answers how many were safe when the process ended. */
    private int run(FaultyStorage disk) {
        int safe = 0;
        try (Journal journal = open(disk.storage(), 0)) {
            for (int i = 1; i <= 15; i += 2) {
                write(journal, i, i + 1);
                journal.sync();
                safe = i + 1;
            }
        } catch (Crash e) {
            assertEquals("the process is gone", e.getMessage());
        }
        return safe;
    }

    @Test
    void everyCrashLeavesAllThatWasSafe() {
        FaultyStorage whole = new FaultyStorage();
        assertEquals(16, run(whole));
        for (CrashMode mode : CrashMode.values()) {
            for (int step = 0; step < whole.steps(); step++) {
                for (int seed = 0; seed < mode.chances(10); seed++) {
                    everyCrashLeavesAllThatWasSafe(new FaultyStorage().crashAt(step, mode, seed), mode + " at " + step);
                }
            }
        }
    }

    private void everyCrashLeavesAllThatWasSafe(FaultyStorage disk, String where) {
        int safe = run(disk);
        FaultyStorage left = disk.recovered();
        Journal journal = open(left.storage(), 0);
        int found = replayed.size();
        assertTrue(found >= safe, where);
        assertEquals(numbers(1, found), replayed, where);
        append(journal, "record " + (found + 1));
        journal.sync();
        left.crashAt(0, CrashMode.LOST, 0);
        open(left.recovered().storage(), 0).close();
        assertEquals(numbers(1, found + 1), replayed, where);
    }

    @Test
    void everyDamagedByteIsNoticedOrDoesNotMatter() {
        FaultyStorage disk = new FaultyStorage();
        run(disk);
        for (String path : disk.paths()) {
            for (int offset = 0; offset < disk.size(path); offset++) {
                Storage damaged = disk.flipped(path, offset).storage();
                String place = path + " at " + offset;
                try (Journal journal = open(damaged, 0)) {
                    assertEquals(16, journal.lastSequence(), place);
                    assertEquals(numbers(1, 16), replayed, place);
                } catch (LeatException e) {
                    assertEquals(ErrorCode.DATA_CORRUPTED, e.code(), place);
                    assertTrue(e.getMessage().startsWith("memory/" + path + " is damaged at byte "), e.getMessage());
                }
            }
        }
    }

    @Test
    void anotherDatabaseIsRefused() {
        FaultyStorage disk = new FaultyStorage();
        open(disk.storage(), 0).close();
        LeatException error = assertThrows(
                LeatException.class,
                () -> Journal.open(disk.storage(), new UUID(1, 3), SEGMENT_BYTES, 0, record -> replayed.add("none")));
        assertEquals(ErrorCode.FOREIGN_FORMAT, error.code());
        assertEquals("memory/00000000000000000001.journal belongs to another database", error.getMessage());
    }

    @Test
    void aFullDiskRefusesRecordsUntilThereIsRoom() {
        for (int room = 0; room < 400; room++) {
            FaultyStorage disk = new FaultyStorage();
            Journal journal = open(disk.storage(), 0);
            disk.room(room);
            int added = 0;
            LeatException full = null;
            while (full == null) {
                full = add(journal, added + 1);
                added += full == null ? 1 : 0;
            }
            assertEquals(ErrorCode.DISK_FULL, full.code());
            disk.room(Long.MAX_VALUE);
            write(journal, added + 1, 30);
            journal.close();
            open(disk.storage(), 0).close();
            assertEquals(numbers(1, 30), replayed);
        }
    }

    private static LeatException add(Journal journal, int number) {
        try {
            append(journal, "record " + number);
            journal.sync();
            return null;
        } catch (LeatException e) {
            return e;
        }
    }

    @Test
    void afterAFailedSyncNothingIsAdded() {
        FaultyStorage disk = new FaultyStorage();
        Journal journal = open(disk.storage(), 0);
        append(journal, "record 1");
        disk.failSyncs(true);
        LeatException error = assertThrows(LeatException.class, journal::sync);
        assertEquals(ErrorCode.INPUT_OUTPUT, error.code());
        assertEquals(
                "the journal cannot be made safe: cannot sync memory/00000000000000000001.journal", error.getMessage());
        disk.failSyncs(false);
        assertThrows(LeatException.class, journal::sync);
        assertThrows(LeatException.class, () -> append(journal, "record 2"));
    }
}
