package io.leat.executor.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Crash;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import io.leat.executor.storage.FileHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static final UUID DATABASE = new UUID(1, 2);

    private static Checkpoints in(FaultyStorage disk) {
        return new Checkpoints(disk.storage(), DATABASE);
    }

    private static Manifest first(Checkpoints checkpoints) {
        try (CheckpointWriter writer = checkpoints.begin()) {
            List<PageReference> pages = List.of(writer.page(bytes("one"), 3), writer.page(bytes("two..."), 3));
            Blob changing = new Blob("changing", bytes("h"), pages);
            return writer.finish(10, 3, List.of(changing, new Blob("staying", bytes(""), pages.subList(1, 2))));
        }
    }

    private static Manifest second(Checkpoints checkpoints, Manifest before) {
        try (CheckpointWriter writer = checkpoints.begin()) {
            List<PageReference> pages = List.of(writer.page(bytes("three"), 5));
            Blob changed = new Blob("changing", bytes("hh"), pages);
            return writer.finish(20, 5, List.of(changed, before.blobs().get(1)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String content(Checkpoints checkpoints, Manifest manifest) {
        List<String> pages = new ArrayList<>();
        checkpoints.forEachPage(
                manifest.blobs(),
                (blob, page) -> pages.add(
                        blob.name() + " " + new String(blob.header(), UTF_8) + " " + new String(page, UTF_8)));
        return manifest.number() + " " + manifest.sequence() + " " + manifest.tick() + " " + pages;
    }

    private static final String FIRST = "1 10 3 [changing h one, changing h two, staying  two]";
    private static final String SECOND = "2 20 5 [changing hh three, staying  two]";

    @Test
    void pagesThatDidNotChangeAreReferenced() {
        FaultyStorage disk = new FaultyStorage();
        Checkpoints checkpoints = in(disk);
        assertEquals(List.of(), checkpoints.numbers());
        Manifest first = first(checkpoints);
        Manifest second = second(checkpoints, first);
        assertEquals(List.of(2L, 1L), in(disk).numbers());
        assertEquals(FIRST, content(in(disk), in(disk).load(1)));
        assertEquals(SECOND, content(in(disk), in(disk).load(2)));
        assertEquals(8, second.bytes());
        checkpoints.retain(second);
        assertEquals(
                List.of("00000000000000000001.pages", "00000000000000000002.checkpoint", "00000000000000000002.pages"),
                disk.storage().list());
        assertEquals(SECOND, content(in(disk), in(disk).load(2)));
    }

    @Test
    void whatIsPinnedStaysUntilNobodyNeedsItAnyMore() {
        FaultyStorage disk = new FaultyStorage();
        Checkpoints checkpoints = in(disk);
        Manifest first = first(checkpoints);
        checkpoints.pin(first);
        checkpoints.pin(first);
        Manifest second = second(checkpoints, first);
        checkpoints.retain(second);
        checkpoints.unpin(first);
        checkpoints.retain(second);
        assertEquals(FIRST, content(in(disk), in(disk).load(1)));
        checkpoints.unpin(first);
        checkpoints.retain(second);
        assertEquals(List.of(2L), checkpoints.numbers());
    }

    @Test
    void aCopyHasWhatItNeedsAndBelongsToAnotherDatabase() {
        FaultyStorage disk = new FaultyStorage();
        Manifest second = second(in(disk), first(in(disk)));
        FaultyStorage other = new FaultyStorage();
        Checkpoints copies = new Checkpoints(other.storage(), new UUID(3, 4));
        in(disk).copy(second, copies, 7, () -> {});
        assertEquals("1 20 7 [changing hh three, staying  two]", content(copies, copies.load(1)));
        assertEquals(
                List.of("00000000000000000001.checkpoint", "00000000000000000001.pages"),
                other.storage().list());
        assertEquals(FileHeader.BYTES + second.bytes(), other.size("00000000000000000001.pages"));
        LeatException error = assertThrows(LeatException.class, () -> in(other).load(1));
        assertEquals(ErrorCode.FOREIGN_FORMAT, error.code());
    }

    @Test
    void aCopyOfADamagedPageIsNotMade() {
        FaultyStorage disk = new FaultyStorage();
        Manifest second = second(in(disk), first(in(disk)));
        FaultyStorage damaged = disk.flipped("00000000000000000001.pages", FileHeader.BYTES + 4);
        FaultyStorage other = new FaultyStorage();
        Checkpoints copies = new Checkpoints(other.storage(), new UUID(3, 4));
        LeatException error =
                assertThrows(LeatException.class, () -> in(damaged).copy(second, copies, 7, () -> {}));
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
        assertEquals(List.of(), copies.numbers());
    }

    @Test
    void everyCrashLeavesTheOldOneOrTheNew() {
        FaultyStorage whole = new FaultyStorage();
        Manifest before = first(in(whole));
        int begun = whole.steps();
        second(in(whole), before);
        for (CrashMode mode : CrashMode.values()) {
            for (int step = begun; step < whole.steps(); step++) {
                for (int seed = 0; seed < mode.chances(10); seed++) {
                    FaultyStorage disk = new FaultyStorage().crashAt(step, mode, seed);
                    Manifest first = first(in(disk));
                    assertThrows(Crash.class, () -> second(in(disk), first));
                    Checkpoints left = in(disk.recovered());
                    long latest = left.numbers().get(0);
                    assertEquals(latest == 1 ? FIRST : SECOND, content(left, left.load(latest)));
                    assertEquals(FIRST, content(left, left.load(1)));
                    Manifest again = second(left, left.load(1));
                    assertTrue(again.number() > latest);
                    assertEquals(again.number() + SECOND.substring(1), content(left, left.load(again.number())));
                }
            }
        }
    }

    @Test
    void everyDamagedByteIsNoticed() {
        FaultyStorage disk = new FaultyStorage();
        first(in(disk));
        for (String path : disk.paths()) {
            for (int offset = 0; offset < disk.size(path); offset++) {
                Checkpoints damaged = in(disk.flipped(path, offset));
                LeatException error = assertThrows(LeatException.class, () -> damaged.load(1));
                assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
                assertTrue(error.getMessage().startsWith("memory/" + path + " is damaged at byte "));
            }
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        FaultyStorage disk = new FaultyStorage();
        first(in(disk));
        disk.storage().delete("00000000000000000001.pages");
        LeatException error = assertThrows(LeatException.class, () -> in(disk).load(1));
        assertEquals("memory/00000000000000000001.pages is missing", error.getMessage());
    }

    @Test
    void aFullDiskLeavesNothingBehind() {
        FaultyStorage disk = new FaultyStorage();
        Manifest first = first(in(disk));
        List<String> files = disk.paths();
        for (int room = 0; room < 100; room++) {
            disk.room(room);
            LeatException error = assertThrows(LeatException.class, () -> second(in(disk), first));
            assertEquals(ErrorCode.DISK_FULL, error.code());
            assertEquals(files, disk.paths());
        }
    }
}
