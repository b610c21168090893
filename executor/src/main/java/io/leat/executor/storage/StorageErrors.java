package io.leat.executor.storage;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says what went wrong with a file, and tells a full disk from the rest. */
final class StorageErrors {
    private static final long ROOM_AT_LEAST = 4_096;

    private StorageErrors() {}

    static LeatException of(String what, Path file, IOException cause) {
        if (isFull(file, cause)) {
            return full(file.toString(), cause);
        }
        String detail = cause instanceof NoSuchFileException ? "it does not exist" : String.valueOf(cause.getMessage());
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot " + what + " " + file, cause)
                .detail(detail);
    }

    static LeatException full(String place, Throwable cause) {
        return LeatException.of(ErrorCode.DISK_FULL, "no room on the disk for " + place, cause)
                .hint("Free some space and try again; reading goes on meanwhile.");
    }

    /** The operating system says it in words, which differ between systems and languages; so the disk is asked too. */
    private static boolean isFull(Path file, IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean said = text.contains("no space left") || text.contains("quota") || text.contains("not enough space");
        return said || !(cause instanceof java.nio.file.FileSystemException) && !hasRoom(file);
    }

    private static boolean hasRoom(Path file) {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace() >= ROOM_AT_LEAST;
        } catch (IOException e) {
            return true;
        }
    }
}
