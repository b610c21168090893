package io.leat.engine;

import io.leat.core.connector.Connector;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.engine.database.Database;
import io.leat.engine.database.EngineOptions;
import io.leat.engine.durable.CheckpointPolicy;
import io.leat.engine.durable.DatabaseImport;
import io.leat.engine.durable.DurabilityFigures;
import io.leat.engine.durable.PageTrust;
import io.leat.engine.function.JavaFunctions;
import io.leat.engine.progress.OpeningProgress;
import io.leat.engine.run.Closing;
import io.leat.executor.shard.Shards;
import io.leat.executor.storage.Storage;
import io.leat.planner.Planner;
import io.leat.planner.catalog.UserFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A streaming SQL database inside this JVM.
 *
 * <pre>{@code
 * try (Leat leat = Leat.open()) {
 *     leat.execute("CREATE TABLE t (k STRING, v INT)");
 *     leat.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS total FROM t GROUP BY k");
 *     leat.subscribe("sums", changes -> System.out.println(changes));
 *     leat.execute("INSERT INTO t VALUES ('a', 1), ('b', 2)");
 *     leat.query("SELECT * FROM sums WHERE k = ?", "a").forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Safe from any thread. Closing it ends every cursor and subscription and leaves no thread and no file behind.
 */
public final class Leat implements AutoCloseable {
    private final Database database;
    private final Session session;
    /** How to close what is still open. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    private Leat(EngineOptions options, List<UserFunction> functions, PageTrust trust) {
        database = new Database(options, trust);
        functions.forEach(database.definitions()::register);
        session = new Session(this, database);
        try {
            database.definitions()
                    .load(() -> session.restore(database.definitions().storedScript()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens a database; if a page of its last checkpoint turns out to be damaged it is opened again from one that is whole. */
    private static Leat open(EngineOptions options, List<UserFunction> functions) {
        PageTrust trust = PageTrust.trusting();
        try {
            return new Leat(options, functions, trust);
        } catch (LeatException e) {
            if (!trust.isDisappointed()) {
                throw e;
            }
            return new Leat(options.begun(), functions, PageTrust.lookingFirst());
        }
    }

    /** A database in memory. */
    public static Leat open() {
        return builder().open();
    }

    /**
     * A database that lives in a directory, which is made if it is not there: its definitions, and the rows of its ordinary
     * tables.
     *
     * @throws LeatException DATABASE_IN_USE if another process has it open; DATA_CORRUPTED if a file is damaged;
     *     FOREIGN_FORMAT if it was written by a newer version
     */
    public static Leat open(Path directory) {
        return builder().directory(directory).open();
    }

    /** A database with other than the usual options. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a database directory of another one that is not open: of an export, a savepoint or any other. The new one is a
     * database of its own, whose sinks begin anew.
     *
     * @param to a directory that is empty, or not there yet
     * @throws LeatException FILE_NOT_FOUND, DATABASE_IN_USE, DATA_CORRUPTED or FOREIGN_FORMAT about the first; NOT_ALLOWED,
     *     DISK_FULL or INPUT_OUTPUT about the second, which is empty then
     */
    public static void copy(Path from, Path to) {
        DatabaseImport.copy(from, to);
    }

    /** Loads the planner's classes, so that the first statement is not slow; for a thread in the background. */
    public static void warmUp() {
        Planner.warmUp();
    }

    /** A new conversation with settings of its own. Closing it is not necessary. */
    public Session session() {
        return new Session(this, database);
    }

    /**
     * Runs a script of one or more statements and answers the result of the last.
     *
     * @throws LeatException at the first error; earlier statements stay done
     */
    public Result execute(String script) {
        return session.execute(script);
    }

    /** Runs one statement with values for its {@code ?} parameters. */
    public Result query(String sql, Object... parameters) {
        return session.prepare(sql).execute(parameters);
    }

    /**
     * Calls a listener with what a view contains, and then with every change, tick by tick, on a thread of its own.
     *
     * @param viewOrQuery a view's name, or a query in SQL
     */
    public Subscription subscribe(String viewOrQuery, Consumer<Changes> listener) {
        return session.subscribe(viewOrQuery, listener);
    }

    /** Pushes rows from Java into an ordinary table. */
    public Appender appender(String table) {
        return session.appender(table);
    }

    /**
     * Waits until every view and job whose sources end by themselves has ended.
     *
     * @return whether they have, within that time
     * @throws LeatException if one of them failed
     */
    public boolean awaitCompletion(Duration timeout) {
        return session.awaitCompletion(timeout);
    }

    /** Bounds of this engine. */
    public Limits limits() {
        return database.limits();
    }

    /** What keeping the database has cost since it was opened: reading it back, checkpoints, the journal. */
    public DurabilityFigures durability() {
        return database.durability();
    }

    /** What a test looks into. */
    Database database() {
        return database;
    }

    void opened(Runnable closing) {
        open.add(closing);
    }

    void closed(Runnable closing) {
        open.remove(closing);
    }

    /**
     * Ends everything: appenders are flushed, subscriptions ended, cursors that wait fail with CLOSED. Idempotent.
     *
     * @throws LeatException the first thing that went wrong while the rest was closed all the same
     */
    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>(open);
        closings.add(database::close);
        Closing.all(closings);
    }

    /** Options of a database. */
    public static final class Builder {
        private Path directory;
        private Storage storage;
        private String savepoint;
        private CheckpointPolicy checkpoints = CheckpointPolicy.DEFAULT;
        private Path workingDirectory = Path.of("").toAbsolutePath();
        private Clock clock = Clock.system();
        private Limits limits = Limits.DEFAULT;
        private final List<UserFunction> functions = new ArrayList<>();
        private final List<Connector> connectors = new ArrayList<>();
        private Consumer<String> console = System.out::println;
        private int shards = Shards.defaultCount();
        private Executor byHand;
        private Consumer<OpeningProgress> opening = progress -> {};

        private Builder() {}

        /** Where definitions and the rows of ordinary tables live on; without one everything is in memory. */
        public Builder directory(Path value) {
            directory = value;
            return this;
        }

        /**
         * Begins with a savepoint of the directory instead of going on where it was. What it was is kept as another savepoint,
         * {@code before_NAME}. Sinks begin anew: what they were given after the savepoint is written once more.
         *
         * @param value the savepoint's name; opening fails with UNKNOWN_OBJECT if there is none
         */
        public Builder fromSavepoint(String value) {
            savepoint = value;
            return this;
        }

        /** A directory that is not one of the machine's, for tests. */
        Builder storage(Storage value) {
            storage = value;
            return this;
        }

        /** Starts no thread: whoever calls turns the engine, and gets what would be done in the background; for simulations. */
        Builder byHand(Executor background) {
            byHand = background;
            return this;
        }

        /**
         * By how many bytes a directory's journal grows before a checkpoint is taken; 64 MB if nothing else is said. More makes
         * opening after a crash longer.
         */
        public Builder checkpointBytes(long value) {
            checkpoints = checkpoints.withBytes(value);
            return this;
        }

        /**
         * How long after the last checkpoint another one is taken, if anything has changed; 10 seconds if nothing else is said.
         * Only what has changed is written, in the background. Longer makes opening after a crash longer.
         */
        public Builder checkpointInterval(Duration value) {
            checkpoints = checkpoints.withInterval(value);
            return this;
        }

        /** What relative paths of files in SQL are relative to; usually where the process was started. */
        public Builder workingDirectory(Path value) {
            workingDirectory = value.toAbsolutePath();
            return this;
        }

        /** What time it is, for tests. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * A function in Java that SQL may call by a name: what {@link JavaFunction} says of its class holds, but for the
         * interface, which it need not implement.
         *
         * @throws LeatException INVALID_DEFINITION if the class is none of a function
         */
        public Builder function(String name, Class<?> owner) {
            functions.add(JavaFunctions.of(name, owner));
            return this;
        }

        /** Other bounds than {@link Limits#DEFAULT}. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** A connector beside those on the class path. */
        public Builder connector(Connector value) {
            connectors.add(value);
            return this;
        }

        /** Where connector {@code print} writes its lines; usually standard output. */
        public Builder console(Consumer<String> value) {
            console = value;
            return this;
        }

        /**
         * In how many shards views and jobs are computed, each by a thread of its own: 1 to 64, usually as many as there are
         * processors. What they compute does not depend on it.
         *
         * @throws LeatException INVALID_OPTION if it cannot be that many
         */
        public Builder shards(int value) {
            if (value < 1 || value > Shards.COUNT_MAX) {
                throw LeatException.of(ErrorCode.INVALID_OPTION, "there cannot be " + value + " shards")
                        .hint("It is a number from 1 to " + Shards.COUNT_MAX + ".");
            }
            shards = value;
            return this;
        }

        /**
         * Is told how far {@link #open()} has come with a directory that has much to read or to compute again: when a stage
         * begins, and ten times a second at most. It is called by threads of the database, one at a time, and must be quick.
         */
        public Builder onOpening(Consumer<OpeningProgress> listener) {
            opening = listener;
            return this;
        }

        /** Opens the database. */
        public Leat open() {
            return Leat.open(
                    new EngineOptions(
                            Optional.ofNullable(directory),
                            Optional.ofNullable(storage),
                            Optional.ofNullable(savepoint),
                            checkpoints,
                            workingDirectory,
                            clock,
                            limits,
                            List.copyOf(connectors),
                            console,
                            shards,
                            Optional.ofNullable(byHand),
                            opening),
                    functions);
        }
    }
}
