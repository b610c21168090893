package io.leat.executor.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every storage does. */
public abstract class StorageContract {

    /** An empty directory. */
    protected abstract Storage storage();

    private static void append(Storage storage, String name, String text) {
        try (StorageOutput output = storage.append(name)) {
            output.append(("<" + text + ">").getBytes(UTF_8), 1, text.length());
            output.sync();
        }
    }

    private static String text(Storage storage, String name) {
        return new String(storage.read(name), UTF_8);
    }

    @Test
    void whatIsAppendedIsRead() {
        Storage storage = storage();
        append(storage, "b", "one ");
        append(storage, "b", "two");
        append(storage, "a", "");
        assertEquals(List.of("a", "b"), storage.list());
        assertEquals("one two", text(storage, "b"));
        byte[] part = {'.', '.', '.', '.'};
        try (StorageInput input = storage.open("b")) {
            assertEquals(7, input.size());
            input.read(2, part, 1, 3);
        }
        assertArrayEquals(".e t".getBytes(UTF_8), part);
    }

    @Test
    void aDirectoryGoesWithAllThatIsInIt() {
        Storage storage = storage();
        Storage inner = storage.directory("inner");
        append(storage, "kept", "here");
        append(inner, "a", "one");
        append(inner.directory("deeper"), "b", "two");
        storage.deleteDirectory("inner");
        storage.deleteDirectory("none");
        assertEquals(List.of("kept"), storage.list());
        assertEquals(List.of(), storage.directory("inner").list());
        assertEquals(List.of(), storage.directory("inner").directory("deeper").list());
    }

    @Test
    void theEndCanBeCutOff() {
        Storage storage = storage();
        try (StorageOutput output = storage.append("a")) {
            output.append("123456".getBytes(UTF_8), 0, 6);
            output.truncate(2);
            assertEquals(2, output.size());
            output.truncate(5);
            assertEquals(2, output.size());
            output.append("x".getBytes(UTF_8), 0, 1);
        }
        assertEquals("12x", text(storage, "a"));
    }

    @Test
    void aRenamedFileTakesThePlaceOfAnother() {
        Storage storage = storage();
        append(storage, "old", "old");
        append(storage, "new", "new");
        storage.rename("new", "old");
        storage.syncNames();
        assertEquals(List.of("old"), storage.list());
        assertEquals("new", text(storage, "old"));
        storage.replace("old", "newer".getBytes(UTF_8));
        assertEquals("newer", text(storage, "old"));
        assertEquals(List.of("old"), storage.list());
    }

    @Test
    void deletedFilesAreGone() {
        Storage storage = storage();
        append(storage, "a", "a");
        assertTrue(storage.exists("a"));
        storage.delete("a");
        storage.delete("a");
        assertFalse(storage.exists("a"));
        assertEquals(List.of(), storage.list());
    }

    @Test
    void directoriesAreApart() {
        Storage storage = storage();
        append(storage, "a", "outside");
        Storage inner = storage.directory("inner");
        append(inner, "a", "inside");
        assertEquals(List.of("a"), storage.list());
        assertEquals(List.of("a"), inner.list());
        assertEquals("inside", text(storage.directory("inner"), "a"));
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        Storage storage = storage();
        LeatException missing = assertThrows(LeatException.class, () -> storage.read("a"));
        assertEquals(ErrorCode.INPUT_OUTPUT, missing.code());
        assertEquals("cannot read " + storage.place("a"), missing.getMessage());
        assertEquals("it does not exist", missing.detail().orElseThrow());
        append(storage, "a", "12");
        try (StorageInput input = storage.open("a")) {
            LeatException early = assertThrows(LeatException.class, () -> input.read(1, new byte[2], 0, 2));
            assertEquals("it ends before byte 3", early.detail().orElseThrow());
        }
    }
}
