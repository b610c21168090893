package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.durable.DurabilityFigures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeping a database has cost can be asked. */
class DurabilityFiguresTest {
    @TempDir
    Path directory;

    @Test
    void inMemoryItCostsNothing() {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)");
            assertEquals(DurabilityFigures.NONE, leat.durability());
        }
    }

    @Test
    void inADirectorySyncsAndTheJournalAreCounted() {
        try (Leat leat = Leat.open(directory)) {
            leat.execute("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)");
            DurabilityFigures before = leat.durability();
            leat.execute("INSERT INTO t VALUES (2)");
            DurabilityFigures after = leat.durability();
            assertTrue(after.syncs() > before.syncs(), "syncs");
            assertTrue(after.journalBytes() > before.journalBytes(), "bytes of the journal");
        }
        try (Leat again = Leat.open(directory)) {
            DurabilityFigures opened = again.durability();
            assertEquals(0, opened.checkpoints());
            assertEquals(0, opened.replayedRecords());
            assertTrue(opened.finding().compareTo(Duration.ZERO) > 0, "time to find the checkpoint");
            assertTrue(opened.reading().compareTo(Duration.ZERO) > 0, "time to read it back");
        }
    }
}
