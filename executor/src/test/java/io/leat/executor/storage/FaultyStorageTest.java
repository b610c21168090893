package io.leat.executor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The storage of the crash tests is a storage, and loses what a disk may lose. */
class FaultyStorageTest extends StorageContract {

    @Override
    protected Storage storage() {
        return new MemoryStorage();
    }

    private static void write(StorageOutput output, String text) {
        output.append(text.getBytes(UTF_8), 0, text.length());
    }

    /** Steps: make, write, sync, sync the names, write, write, write. */
    private static void script(Storage storage) {
        StorageOutput output = storage.append("a");
        write(output, "12");
        output.sync();
        storage.syncNames();
        write(output, "34");
        write(output, "56");
        write(output, "78");
    }

    private static String after(int step, CrashMode mode, long seed) {
        FaultyStorage faulty = new FaultyStorage().crashAt(step, mode, seed);
        assertThrows(Crash.class, () -> script(faulty.storage()));
        assertThrows(Crash.class, () -> faulty.storage().list());
        Storage left = faulty.recovered().storage();
        return left.exists("a") ? new String(left.read("a"), UTF_8) : "none";
    }

    @Test
    void aKilledProcessLeavesWhatItDid() {
        assertEquals("none", after(0, CrashMode.CLEAN, 0));
        assertEquals("", after(1, CrashMode.CLEAN, 0));
        assertEquals("1234", after(5, CrashMode.CLEAN, 0));
    }

    @Test
    void aPowerFailureLosesWhatWasNotSynced() {
        assertEquals("none", after(3, CrashMode.LOST, 0));
        assertEquals("12", after(6, CrashMode.LOST, 0));
    }

    @Test
    void aTornWriteLeavesAnyBeginning() {
        assertEquals(Set.of("1234", "12345", "123456"), outcomes(5, CrashMode.TORN));
    }

    @Test
    void unsyncedWritesSurviveInAnyCombination() {
        assertEquals(Set.of("12", "1234", "12\0\0" + "56", "123456"), outcomes(6, CrashMode.REORDERED));
    }

    private static Set<String> outcomes(int step, CrashMode mode) {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            outcomes.add(after(step, mode, seed));
        }
        return outcomes;
    }

    @Test
    void aRenameIsSafeAfterItsSyncOnly() {
        FaultyStorage faulty = new FaultyStorage();
        faulty.storage().replace("a", "old".getBytes(UTF_8));
        faulty.crashAt(faulty.steps() + 4, CrashMode.LOST, 0);
        assertThrows(Crash.class, () -> faulty.storage().replace("a", "new".getBytes(UTF_8)));
        assertEquals("old", new String(faulty.recovered().storage().read("a"), UTF_8));
        assertEquals(List.of("a"), faulty.recovered().storage().list());
    }

    @Test
    void aFullDiskTakesAPartAndSaysSo() {
        FaultyStorage faulty = new FaultyStorage();
        StorageOutput output = faulty.storage().append("a");
        faulty.room(3);
        write(output, "12");
        LeatException full = assertThrows(LeatException.class, () -> write(output, "34"));
        assertEquals(ErrorCode.DISK_FULL, full.code());
        assertEquals(3, output.size());
        faulty.failSyncs(true);
        assertEquals(
                ErrorCode.INPUT_OUTPUT,
                assertThrows(LeatException.class, output::sync).code());
    }
}
