package io.leat.engine.catalog;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The definitions on disk: a script of the statements that made them, written whole under another name, synced and renamed,
 * so that a crash leaves the old one or the new one.
 */
public final class CatalogStore {
    /** The file that they are in. */
    public static final String FILE = "catalog.sql";

    private static final String FORMAT = "-- leat catalog 1";

    private final Storage storage;

    /** The definitions in a database directory. */
    public CatalogStore(Storage storage) {
        this.storage = storage;
    }

    /**
     * The script that makes all definitions again; empty for a new directory.
     *
     * @throws LeatException FOREIGN_FORMAT if it was not written by this version or one before
     */
    public String load() {
        if (!storage.exists(FILE)) {
            return "";
        }
        String script = new String(storage.read(FILE), StandardCharsets.UTF_8);
        if (!script.startsWith(FORMAT + "\n")) {
            throw LeatException.of(
                            ErrorCode.FOREIGN_FORMAT, "the catalog in " + storage.place("") + " has an unknown format")
                    .hint("It was written by a newer version of Leat, or by something else.");
        }
        return script;
    }

    /** Writes the definitions down; returns when they are safe. */
    public void save(List<String> statements) {
        save(script(statements));
    }

    /** The script that consists of some statements. */
    public static String script(List<String> statements) {
        return statements.stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining("", FORMAT + "\n", ""));
    }

    /** Writes a whole script down; returns when it is safe. */
    public void save(String script) {
        storage.replace(FILE, script.getBytes(StandardCharsets.UTF_8));
    }
}
