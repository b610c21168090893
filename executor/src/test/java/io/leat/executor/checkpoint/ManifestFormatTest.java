package io.leat.executor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leat.executor.storage.FaultyStorage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManifestFormatTest {
    private static final UUID DATABASE = new UUID(1, 2);
    private static final int HASH_BYTES = 2 * Long.BYTES;

    private static Manifest manifest() {
        PageReference one = new PageReference(3, 40, 64, 5, new PageHash(6, 7));
        PageReference other = new PageReference(4, 104, 32, 8, new PageHash(9, 10));
        Blob first = new Blob("first", new byte[] {1, 2}, List.of(one, other));
        return new Manifest(4, 12, 13, List.of(first, new Blob("second", new byte[0], List.of(one))));
    }

    private static Manifest decoded(byte[] bytes) {
        return ManifestFormat.decode(bytes, 4, DATABASE, "4.checkpoint");
    }

    /** As versions wrote it that knew no hashes in manifests. */
    private static byte[] withoutHashes(Manifest manifest, int pages) {
        byte[] bytes = ManifestFormat.encode(manifest, DATABASE);
        int end = bytes.length - Integer.BYTES - pages * HASH_BYTES;
        byte[] shorter = Arrays.copyOf(bytes, end + Integer.BYTES);
        ByteBuffer.wrap(shorter).putInt(end, ManifestFormat.checksum(shorter, 0, end));
        return shorter;
    }

    @Test
    void comesBackWithTheHashesOfItsPages() {
        Manifest manifest = manifest();
        Manifest decoded = decoded(ManifestFormat.encode(manifest, DATABASE));
        assertEquals(manifest.blobs().get(0).pages(), decoded.blobs().get(0).pages());
        assertEquals(manifest.blobs().get(1).pages(), decoded.blobs().get(1).pages());
        assertArrayEquals(
                manifest.blobs().get(0).header(), decoded.blobs().get(0).header());
        assertEquals(12, decoded.sequence());
        assertEquals(13, decoded.tick());
    }

    @Test
    void oneOfAnEarlierVersionHasNoHashes() {
        Manifest decoded = decoded(withoutHashes(manifest(), 3));
        for (Blob blob : decoded.blobs()) {
            blob.pages().forEach(page -> assertFalse(page.hash().isKnown()));
        }
        assertEquals(
                manifest().blobs().get(0).pages().get(1),
                decoded.blobs().get(0).pages().get(1).with(new PageHash(9, 10)));
    }

    @Test
    void pagesThatHaveNoHashAreNotWrittenAgainEither() {
        FaultyStorage disk = new FaultyStorage();
        CheckpointedParts before = new CheckpointedParts(disk);
        before.parts.put("part", new RandomPart(7, new Random(1)));
        Manifest manifest = before.write(before.pages.capture(before.parts));
        for (boolean hasHashes : new boolean[] {true, false}) {
            RandomPart part = before.parts.get("part").empty();
            CheckpointPages pages = new CheckpointPages(DATABASE, CheckpointedParts.LAYOUT);
            Blob blob = manifest.blob("part").orElseThrow();
            pages.restore(hasHashes ? blob : withoutHashes(blob), before.checkpoints, part);
            try (PendingCheckpoint pending = pages.capture(Map.of("part", part))) {
                assertEquals(0, pending.copiedPages());
            }
        }
    }

    private static Blob withoutHashes(Blob blob) {
        return new Blob(
                blob.name(),
                blob.header(),
                blob.pages().stream().map(page -> page.with(PageHash.UNKNOWN)).toList());
    }
}
