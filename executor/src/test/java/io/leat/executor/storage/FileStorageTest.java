package io.leat.executor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest extends StorageContract {
    @TempDir
    Path directory;

    @Override
    protected Storage storage() {
        return new FileStorage(directory.resolve("made/here"));
    }

    @Test
    void aDirectoryInTheWayIsNamed() throws IOException {
        Storage storage = storage();
        Files.createDirectory(directory.resolve("made/here/a"));
        LeatException error = assertThrows(LeatException.class, () -> storage.append("a"));
        assertEquals(ErrorCode.INPUT_OUTPUT, error.code());
        assertEquals("cannot write " + storage.place("a"), error.getMessage());
        Files.writeString(directory.resolve("file"), "");
        assertThrows(LeatException.class, () -> new FileStorage(directory.resolve("file")));
    }

    @Test
    void aFullDiskIsToldFromOtherFailures() {
        Path file = directory.resolve("a");
        assertEquals(
                ErrorCode.DISK_FULL,
                StorageErrors.of("write", file, new IOException("No space left on device"))
                        .code());
        assertEquals(
                ErrorCode.DISK_FULL,
                StorageErrors.of("write", file, new IOException("Disk quota exceeded"))
                        .code());
        LeatException other = StorageErrors.of("write", file, new IOException("Input/output error"));
        assertEquals(ErrorCode.INPUT_OUTPUT, other.code());
        assertEquals("cannot write " + file, other.getMessage());
    }
}
