package io.leat.executor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.IntValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.PagedInts;
import io.leat.executor.state.PagedLongs;
import io.leat.executor.storage.FaultyStorage;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Numbers in pages and numbers in one array are the same in a checkpoint. */
class PagedArchiveTest {
    private final FaultyStorage disk = new FaultyStorage();
    private final Checkpoints checkpoints = new Checkpoints(disk.storage(), CheckpointedParts.DATABASE);

    @Test
    void whatWasOneArrayIsReadAsPages() {
        for (int count : new int[] {0, 1, 16, 40, 20_000, 70_000}) {
            LongValues longs = new LongValues();
            IntValues ints = new IntValues();
            for (int i = 0; i < count; i++) {
                longs.set(i, i * 3L + 1);
                ints.set(i, i * 5 + 1);
            }
            PagedLongs pagedLongs = new PagedLongs();
            PagedInts pagedInts = new PagedInts();
            pagedLongs.set(99_999, 1);
            pass(longs, pagedLongs);
            pass(ints, pagedInts);
            check(count, i -> i * 3L + 1, pagedLongs::get);
            check(count, i -> i * 5L + 1, pagedInts::get);
            LongValues longsAgain = new LongValues();
            IntValues intsAgain = new IntValues();
            pass(pagedLongs, longsAgain);
            pass(pagedInts, intsAgain);
            check(count, i -> i * 3L + 1, longsAgain::get);
            check(count, i -> i * 5L + 1, intsAgain::get);
        }
    }

    private void check(int count, IntToLongFunction expected, IntToLongFunction found) {
        for (int i = 0; i < 100_000; i++) {
            assertEquals(i < count ? expected.applyAsLong(i) : 0, found.applyAsLong(i));
        }
    }

    private void pass(Archivable from, Archivable into) {
        CheckpointPages pages = new CheckpointPages(CheckpointedParts.DATABASE, CheckpointedParts.LAYOUT);
        try (CheckpointWriter writer = checkpoints.begin()) {
            Manifest written = pages.capture(Map.of("part", from)).write(writer, 7, 8);
            pages.restore(written.blob("part").orElseThrow(), checkpoints, into);
        }
    }
}
