package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.FileStorage;
import io.leat.executor.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A directory that is to become a database: it is empty, or not there yet. */
final class NewDirectory {
    private final Path directory;

    /**
     * Looks at it.
     *
     * @throws LeatException NOT_ALLOWED if something is there
     */
    NewDirectory(Path directory) {
        this.directory = directory;
        if (Files.exists(directory) && !isEmpty(directory)) {
            throw LeatException.of(ErrorCode.NOT_ALLOWED, directory + " is there already and is not an empty directory")
                    .hint("Name a directory that does not exist yet.");
        }
    }

    private static boolean isEmpty(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot list " + directory, e)
                    .detail(String.valueOf(e.getMessage()));
        }
    }

    /** Fills it; when that fails it is empty again. */
    void fill(Consumer<Storage> content) {
        Storage storage = new FileStorage(directory);
        try {
            content.accept(storage);
            new FileStorage(directory.toAbsolutePath().getParent()).syncNames();
        } catch (RuntimeException e) {
            erase(storage, e);
            throw e;
        }
    }

    private static void erase(Storage storage, RuntimeException reason) {
        try {
            new DatabaseLayout(storage).erase();
        } catch (RuntimeException e) {
            // Why it could not be filled says more than that something is left of it.
            reason.addSuppressed(e);
        }
    }
}
