package io.leat.executor.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import org.junit.jupiter.api.Test;

class MemoryStateStoreTest {

    private static MemoryStateStore store(String... names) {
        MemoryStateStore store = new MemoryStateStore();
        for (String name : names) {
            store.open(new StateId("operator", name), LongValues.kind());
        }
        return store;
    }

    @Test
    void theOrderInWhichStatesWereOpenedDoesNotMatter() {
        MemoryStateStore written = store("one", "other");
        written.open(new StateId("operator", "other"), LongValues.kind()).set(3, 7);
        MemoryStateStore read = store("other", "one");
        MemoryArchive.of(written).restore(read);
        LongValues restored = read.open(new StateId("operator", "other"), LongValues.kind());
        assertEquals(7, restored.get(3));
    }

    private static void refused(MemoryStateStore open, String message) {
        MemoryArchive written = MemoryArchive.of(store("one"));
        LeatException error = assertThrows(LeatException.class, () -> written.restore(open));
        assertEquals(message, error.getMessage());
        assertEquals(ErrorCode.DATA_CORRUPTED, error.code());
    }

    @Test
    void statesOfAnotherQueryAreRefused() {
        refused(
                store("other"),
                "a checkpoint does not fit its query: state operator other expected, operator one found");
        refused(store("one", "other"), "a checkpoint does not fit its query: states 2 expected, 1 found");
        MemoryStateStore kinds = new MemoryStateStore();
        kinds.open(new StateId("operator", "one"), IntValues.kind());
        refused(kinds, "a checkpoint does not fit its query: kind of state one ints expected, longs found");
    }
}
