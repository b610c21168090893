package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.executor.storage.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * The savepoints of a database: each is a database in a directory of its own, and is there when a file beside that directory
 * says so. Another file stands there while a savepoint is made or dropped, so that what a crash leaves of it is found.
 */
public final class Savepoints {
    private static final String DIRECTORY = "savepoints";
    private static final String THERE = ".savepoint";
    private static final String UNFINISHED = ".unfinished";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,79}");

    private final Storage storage;

    /** The savepoints in a database directory. */
    Savepoints(Storage database) {
        this.storage = database.directory(DIRECTORY);
    }

    /** All of them, by name. */
    public List<Savepoint> all() {
        return storage.list().stream()
                .filter(name -> name.endsWith(THERE))
                .map(name -> SavepointFormat.decode(storage.read(name), storage.place(name)))
                .toList();
    }

    /** One of them. */
    public Optional<Savepoint> find(String name) {
        return all().stream()
                .filter(savepoint -> key(savepoint.name()).equals(key(name)))
                .findFirst();
    }

    /**
     * One of them.
     *
     * @throws LeatException UNKNOWN_OBJECT
     */
    public Savepoint require(String name) {
        return find(name).orElseThrow(() -> unknown(name, all()));
    }

    static LeatException unknown(String name, List<Savepoint> all) {
        LeatException error = LeatException.of(ErrorCode.UNKNOWN_OBJECT, "there is no savepoint \"" + name + "\"");
        List<String> names = all.stream().map(Savepoint::name).toList();
        return names.isEmpty()
                ? error.hint("There is none. CREATE SAVEPOINT makes one.")
                : error.hint(Suggestions.didYouMean(name, names, "There is: "));
    }

    /**
     * Checks a name that is to be given.
     *
     * @throws LeatException INVALID_DEFINITION, DUPLICATE_OBJECT
     */
    void requireNew(String name) {
        if (!NAME.matcher(name).matches()) {
            throw LeatException.of(ErrorCode.INVALID_DEFINITION, "a savepoint cannot be called \"" + name + "\"")
                    .hint("Its name is that of a directory: up to 80 letters A to Z, digits, _ and -.");
        }
        if (find(name).isPresent()) {
            throw LeatException.of(ErrorCode.DUPLICATE_OBJECT, "there is a savepoint \"" + name + "\" already")
                    .hint("DROP SAVEPOINT removes it.");
        }
    }

    /** A name for a savepoint that nobody has asked for. */
    String freeName(String beginning) {
        String name = beginning;
        for (int i = 2; find(name).isPresent(); i++) {
            name = beginning + "_" + i;
        }
        return name;
    }

    /**
     * Makes one, all or nothing.
     *
     * @param name one that none has
     * @param fill makes a database, and answers its last tick
     * @throws LeatException what filling threw; nothing is left then
     */
    Savepoint create(String name, long millis, ToLongFunction<Storage> fill) {
        String key = key(name);
        try {
            storage.replace(key + UNFINISHED, new byte[0]);
            storage.deleteDirectory(key);
            storage.syncNames();
            Storage content = storage.directory(key);
            long tick = fill.applyAsLong(content);
            Savepoint made = new Savepoint(name, tick, millis, new DatabaseLayout(content).bytes());
            storage.replace(key + THERE, SavepointFormat.encode(made));
            finish(key);
            return made;
        } catch (RuntimeException e) {
            undo(key, e);
            throw e;
        }
    }

    private void undo(String key, RuntimeException reason) {
        try {
            remove(key);
        } catch (RuntimeException e) {
            // It will be removed when the database is opened; why it was not made says more.
            reason.addSuppressed(e);
        }
    }

    private void finish(String key) {
        storage.delete(key + UNFINISHED);
        storage.syncNames();
    }

    private void remove(String key) {
        storage.delete(key + THERE);
        storage.syncNames();
        storage.deleteDirectory(key);
        storage.syncNames();
        storage.list().stream()
                .filter(file -> file.startsWith(key + ".") && !file.equals(key + UNFINISHED))
                .forEach(storage::delete);
        finish(key);
    }

    /** Removes one. */
    void drop(Savepoint savepoint) {
        String key = key(savepoint.name());
        storage.rename(key + THERE, key + UNFINISHED);
        storage.syncNames();
        remove(key);
    }

    /** Removes what a crash has left of savepoints that were being made or dropped. */
    void removeUnfinished() {
        List<String> files = storage.list();
        for (String file : files) {
            String key = file.substring(0, Math.max(0, file.indexOf('.')));
            if (!file.endsWith(THERE) && !files.contains(key + THERE)) {
                remove(key);
            } else if (!file.endsWith(THERE)) {
                storage.delete(file);
            }
        }
    }

    /** Gives the database in one to somebody who only reads it. */
    void read(Savepoint savepoint, Consumer<Storage> reader) {
        reader.accept(storage.directory(key(savepoint.name())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
