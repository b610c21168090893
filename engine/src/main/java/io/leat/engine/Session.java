package io.leat.engine;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.database.Database;
import io.leat.engine.progress.Progress;
import io.leat.engine.run.ConnectorRegistry;
import io.leat.engine.statement.Cancellation;
import io.leat.engine.statement.Completion;
import io.leat.engine.statement.Execution;
import io.leat.engine.statement.StatementExecutor;
import io.leat.parser.ParsedStatement;
import io.leat.parser.StatementParser;
import io.leat.planner.function.FunctionCatalog;
import io.leat.planner.function.FunctionInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A conversation with a database: it has its own settings, and what it runs can be canceled. Safe from any thread.
 */
public final class Session {
    private final Leat leat;
    private final Database database;
    private final Settings settings;
    private final Map<Cancellation, Supplier<Progress>> running = new ConcurrentHashMap<>();
    private volatile Duration timeLimit = Duration.ZERO;
    private volatile int subscriptionRows;

    Session(Leat leat, Database database) {
        this(leat, database, new Settings(database));
    }

    private Session(Leat leat, Database database, Settings settings) {
        this.leat = leat;
        this.database = database;
        this.settings = settings;
    }

    /** Another conversation with the settings of this one, whose statements are canceled and limited apart from it. */
    public Session branch() {
        return new Session(leat, database, settings);
    }

    /** Ends finite statements of this session after that time, even where the setting allows more; zero for no limit. */
    public void setTimeLimit(Duration limit) {
        timeLimit = limit;
    }

    /** How long a finite statement may take: the shorter of the limit and the setting; zero for as long as it likes. */
    public Duration timeLimit() {
        Duration setting = Duration.ofMillis(settings.number(Settings.STATEMENT_TIMEOUT));
        boolean limited = !timeLimit.isZero() && (setting.isZero() || timeLimit.compareTo(setting) < 0);
        return limited ? timeLimit : setting;
    }

    /** Bounds how many changes wait for the reader of a subscription begun from now on; 0 for the engine's limit. */
    public void setSubscriptionRows(int rows) {
        subscriptionRows = rows;
    }

    /** How many changes may wait for the reader of a subscription; never more than the engine's limit. */
    public int subscriptionRows() {
        int most = database.limits().subscriptionRows();
        return subscriptionRows == 0 ? most : Math.min(subscriptionRows, most);
    }

    /** The settings of this session. */
    public Settings settings() {
        return settings;
    }

    /**
     * Runs a script of one or more statements and answers the result of the last; results before it are closed.
     *
     * @throws LeatException at the first error; earlier statements stay done
     */
    public Result execute(String script) {
        List<ScriptStatement> statements = ScriptStatement.split(script);
        if (statements.isEmpty()) {
            return execute(() -> parse(script), Optional.of(List.of()));
        }
        Result last = null;
        for (ScriptStatement statement : statements) {
            if (last != null) {
                last.close();
            }
            last = execute(statement);
        }
        return last;
    }

    /** Runs one statement of a script; errors show their place in the script. */
    public Result execute(ScriptStatement statement) {
        return execute(() -> StatementParser.parse(statement.part(), database.limits()), Optional.of(List.of()));
    }

    private ParsedStatement parse(String sql) {
        return StatementParser.parse(sql, database.limits());
    }

    /** Reads a statement with {@code ?} parameters, to be run many times. */
    public Prepared prepare(String sql) {
        Execution execution = Execution.of(database, this, () -> parse(sql), Optional.empty());
        int parameters = execution.parsed().parameters();
        StatementExecutor.Shape shape = StatementExecutor.shape(execution);
        return new PreparedStatementText(sql, parameters, shape);
    }

    private Result execute(Supplier<ParsedStatement> reader, Optional<List<Object>> parameters) {
        database.requireOpen();
        long begun = database.clock().nanos();
        Execution execution = Execution.of(database, this, reader, parameters);
        Supplier<Progress> progress = execution.progress()::get;
        running.put(execution.cancellation(), progress);
        database.began(progress);
        try {
            return StatementExecutor.execute(execution, begun);
        } finally {
            database.ended(progress);
            running.remove(execution.cancellation());
        }
    }

    /** Ends the statements that this session waits for at this moment: they fail with CANCELED. Results already given are canceled by their cursors. */
    public void cancel() {
        running.keySet().forEach(Cancellation::cancel);
    }

    /**
     * How far the statement has come that this session waits for at this moment; the one that began first, if there are many.
     * It asks nobody who is busy, so it can be called as often as anybody wants to see it.
     */
    public Optional<Progress> progress() {
        return running.values().stream().map(Supplier::get).max(Comparator.comparing(Progress::elapsed));
    }

    /**
     * Calls a listener with what a view contains, and then with every change, tick by tick, on a thread of its own.
     *
     * @param viewOrQuery a view's name, or a query in SQL
     */
    public Subscription subscribe(String viewOrQuery, Consumer<Changes> listener) {
        Result result = execute("SUBSCRIBE TO " + subscribed(viewOrQuery));
        return new ListenerSubscription(leat, (ChangeCursor) result.cursor(), listener);
    }

    private String subscribed(String viewOrQuery) {
        return database.catalog()
                .object(viewOrQuery)
                .map(CatalogObject::name)
                .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                .orElse("(" + viewOrQuery + ")");
    }

    /**
     * Pushes rows from Java into an ordinary table.
     *
     * @throws LeatException UNKNOWN_TABLE, or WRONG_OBJECT_KIND if it is not an ordinary table
     */
    public Appender appender(String table) {
        return new TableAppender(leat, database, table);
    }

    /**
     * Waits until every view and job whose sources end by themselves has ended.
     *
     * @return whether they have, within that time
     * @throws LeatException if one of them failed
     */
    public boolean awaitCompletion(Duration timeout) {
        return Completion.await(database, timeout);
    }

    /** Names of all tables and views, for completion. */
    public List<String> relationNames() {
        return database.catalog().relationNames();
    }

    /** The columns of a table or view; empty if there is none of that name. */
    public Optional<Schema> relationSchema(String name) {
        return StatementExecutor.relationSchema(database.catalog(), name);
    }

    /** All tables and views with what tools want to know of them, in the order in which they were made. */
    public List<RelationInfo> relations() {
        return RelationInfo.all(database.catalog());
    }

    /** Names of all functions, for completion. */
    public List<String> functionNames() {
        return FunctionCatalog.functions().stream().map(FunctionInfo::name).toList();
    }

    /** Names of all connectors, for completion. */
    public List<String> connectorNames() {
        return database.connectors().all().stream()
                .map(connector -> connector.name())
                .toList();
    }

    /** The options of a connector's tables, for completion and help; empty if there is none of that name. */
    public List<ConnectorOption> connectorOptions(String connector) {
        return database.connectors().all().stream()
                .filter(candidate -> candidate.name().equals(connector))
                .findFirst()
                .map(ConnectorRegistry::options)
                .orElse(List.of());
    }

    /**
     * Runs again the statements that made what a database directory defines.
     *
     * @throws LeatException naming the object that cannot be made again
     */
    void restore(String script) {
        for (ScriptStatement statement : ScriptStatement.split(script)) {
            try {
                execute(statement).close();
            } catch (LeatException e) {
                throw Restoring.failed(statement, e);
            }
        }
    }

    /** A statement's text; read anew for each run, since planning changes what the parser gives. */
    private final class PreparedStatementText implements Prepared {
        private final String sql;
        private final int parameters;
        private final StatementExecutor.Shape shape;

        PreparedStatementText(String sql, int parameters, StatementExecutor.Shape shape) {
            this.sql = sql;
            this.parameters = parameters;
            this.shape = shape;
        }

        @Override
        public int parameters() {
            return parameters;
        }

        @Override
        public Schema schema() {
            return shape.schema();
        }

        @Override
        public List<DataType> parameterTypes() {
            return shape.parameterTypes();
        }

        @Override
        public Result execute(Object... values) {
            if (values.length != parameters) {
                throw LeatException.of(
                        ErrorCode.INVALID_PARAMETER,
                        "the statement has " + parameters + " parameters, and " + values.length + " values were given");
            }
            return Session.this.execute(
                    () -> parse(sql), Optional.of(Collections.unmodifiableList(Arrays.asList(values.clone()))));
        }
    }
}
