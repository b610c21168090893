package io.leat.executor.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import io.leat.executor.storage.FaultyStorage;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckpointPagesTest {
    private final FaultyStorage disk = new FaultyStorage();
    private final CheckpointedParts database = new CheckpointedParts(disk);

    private RandomPart part(String name, Object... fields) {
        RandomPart part = new RandomPart(0, new Random(0));
        for (Object field : fields) {
            part.addField(field);
        }
        database.parts.put(name, part);
        return part;
    }

    private static long[] counted(int length) {
        return new Random(length).longs(length).toArray();
    }

    @Test
    void onlyPagesThatChangedAreWritten() {
        long[] first = counted(80);
        long[] second = counted(41);
        part("a", 5L, first, second, new int[] {1, 2});
        part("b", new byte[1000], "text".getBytes(UTF_8));
        assertEquals(10 + 6 + 2, database.checkpoint(), "equal pages are written once");
        assertEquals(0, database.checkpoint());
        first[79]++;
        assertEquals(1, database.checkpoint());
        CheckpointedParts.assertHolds(database.parts, disk, 3);
        CheckpointedParts again = CheckpointedParts.restored(disk, 3, database.parts);
        assertEquals(0, again.checkpoint());
        assertEquals(0, again.checkpoint());
        CheckpointedParts.assertHolds(database.parts, disk, 5);
    }

    @Test
    void pagesAreKnownWhereverTheyLie() {
        part("a", counted(80), counted(41));
        database.checkpoint();
        part("a", counted(3), counted(41), counted(80));
        part("b", counted(80));
        assertEquals(1, database.checkpoint());
        CheckpointedParts.assertHolds(database.parts, disk, 2);
    }

    @Test
    void whatChangesAfterTheCaptureIsNotInIt() {
        long[] numbers = counted(80);
        byte[] bytes = new byte[200];
        part("a", numbers, bytes, new byte[][] {bytes});
        Map<String, RandomPart> then = database.copy();
        then.put("a", database.parts.get("a").copy());
        PendingCheckpoint pending = database.pages.capture(database.parts);
        assertEquals(10 * 64 + 64 + 8 + 64 + 12, pending.bytesToWrite());
        assertEquals(10 + 2 + 2, pending.copiedPages());
        numbers[5] = 1;
        bytes[100] = 1;
        database.write(pending);
        RandomPart restored = CheckpointedParts.restored(disk, 1, then).parts.get("a");
        RandomPart expected = new RandomPart(0, new Random(0));
        expected.addField(counted(80));
        expected.addField(new byte[200]);
        expected.addField(new byte[][] {new byte[200]});
        assertEquals(expected, restored);
    }

    @Test
    void whatWasNotWrittenCountsAsChanged() {
        part("a", counted(80));
        database.pages.capture(database.parts).close();
        disk.room(100);
        PendingCheckpoint failing = database.pages.capture(database.parts);
        assertEquals(
                ErrorCode.DISK_FULL,
                assertThrows(LeatException.class, () -> database.write(failing)).code());
        disk.room(Long.MAX_VALUE);
        assertEquals(10, database.checkpoint());
        CheckpointedParts.assertHolds(database.parts, disk, database.last.number());
    }

    @Test
    void whatDoesNotCountIsNotWritten() {
        PartlyUsed written = new PartlyUsed(new long[1000], new int[500], new byte[100], new byte[30][1], 20);
        Arrays.fill(written.longs, 7);
        Arrays.fill(written.ints, 7);
        Arrays.fill(written.bytes, (byte) 7);
        PendingCheckpoint pending = database.pages.capture(Map.of("a", written));
        assertEquals(20 * (8 + 4 + 1 + 4 + 1) - 64, pending.bytesToWrite(), "equal pages are written once");
        Manifest manifest = database.write(pending);
        PartlyUsed read = new PartlyUsed(new long[0], new int[0], new byte[0], new byte[0][], 0);
        database.pages.restore(manifest.blob("a").orElseThrow(), database.checkpoints, read);
        Arrays.fill(written.longs, 20, 1000, 0);
        Arrays.fill(written.ints, 20, 500, 0);
        Arrays.fill(written.bytes, 20, 100, (byte) 0);
        Arrays.fill(written.strings, 20, 30, null);
        assertArrayEquals(written.longs, read.longs);
        assertArrayEquals(written.ints, read.ints);
        assertArrayEquals(written.bytes, read.bytes);
        assertArrayEquals(written.strings, read.strings);
        assertEquals("\u00e4\ud83d\ude00", read.text);
    }

    /** Arrays of which only the beginning counts, and a text. */
    private static final class PartlyUsed implements Archivable {
        private long[] longs;
        private int[] ints;
        private byte[] bytes;
        private byte[][] strings;
        private final int used;
        private String text;

        PartlyUsed(long[] longs, int[] ints, byte[] bytes, byte[][] strings, int used) {
            this.longs = longs;
            this.ints = ints;
            this.bytes = bytes;
            this.strings = strings;
            this.used = used;
            this.text = used == 0 ? "" : "\u00e4\ud83d\ude00";
        }

        @Override
        public void archive(StateArchive archive) {
            longs = archive.longs(longs, used);
            ints = archive.ints(ints, used);
            bytes = archive.bytes(bytes, used);
            strings = archive.strings(strings, used);
            text = archive.text(text);
        }
    }

    @Test
    void onlyOneIsPending() {
        part("a", counted(80));
        PendingCheckpoint pending = database.pages.capture(database.parts);
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> database.pages.capture(database.parts));
        assertEquals("a checkpoint is pending", error.getMessage());
        database.write(pending);
        assertEquals(
                "the checkpoint was written or closed before",
                assertThrows(IllegalStateException.class, () -> database.write(pending))
                        .getMessage());
        pending.close();
        PendingCheckpoint closed = database.pages.capture(database.parts);
        closed.close();
        assertThrows(IllegalStateException.class, () -> database.write(closed));
    }

    @Test
    void anotherShapeIsNoticed() {
        part("state 1", 5L, counted(80), 3_000_000_000L, "abc".getBytes(UTF_8));
        database.checkpoint();
        refused("its field 4 is an array of bytes and not the end", a -> {
            a.number(0L);
            a.longs(new long[0]);
            a.number(0L);
        });
        refused("its field 5 is the end and not a number", a -> {
            a.number(0L);
            a.longs(new long[0]);
            a.number(0L);
            a.bytes(new byte[0]);
            a.number(0L);
        });
        refused("its field 1 is a number and not an array of longs", a -> a.longs(new long[0]));
        refused("its field 3 is too large", a -> {
            a.number(0L);
            a.longs(new long[0]);
            a.number(0);
        });
        refused("its fields contradict each other", a -> {
            throw new ArrayIndexOutOfBoundsException((int) a.number(0L));
        });
    }

    private void refused(String reason, Archivable shape) {
        Blob blob = database.last.blob("state 1").orElseThrow();
        LeatException error = assertThrows(
                LeatException.class,
                () -> new CheckpointPages(CheckpointedParts.DATABASE, CheckpointedParts.LAYOUT)
                        .restore(blob, database.checkpoints, shape));
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
        assertEquals("the checkpoint of state 1 does not fit: " + reason, error.getMessage());
    }

    @Test
    void everyDamagedByteIsNoticed() {
        part("a", 5L, counted(20), new byte[][] {{1}, null, new byte[70]});
        database.checkpoint();
        part("b", counted(10));
        database.checkpoint();
        for (String path : disk.paths()) {
            for (int offset = 0; offset < disk.size(path); offset++) {
                FaultyStorage damaged = disk.flipped(path, offset);
                boolean isOther = path.equals("00000000000000000001.checkpoint");
                LeatException error = assertThrows(
                        LeatException.class,
                        () -> CheckpointedParts.restored(damaged, isOther ? 1 : 2, database.parts));
                assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
                assertTrue(error.getMessage().startsWith("memory/" + path + " is damaged at byte "));
            }
        }
    }
}
