package io.leat.engine.statement;

import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.database.Database;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LivePipeline;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.StatementSet;
import io.leat.parser.statement.StopJob;
import io.leat.planner.PlannedInsert;
import io.leat.planner.QueryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Continuous pipelines into sinks: INSERT INTO a sink, CREATE JOB, statement sets, STOP JOB. */
final class JobExecution {

    private JobExecution() {}

    /** INSERT INTO a sink: a job without a name of its own. */
    static Outcome insert(Execution execution, Insert insert) {
        return execution.database().definitions().defining(() -> {
            String name = execution
                    .database()
                    .definitions()
                    .newName("insert_into_" + insert.table().name());
            String statement =
                    "CREATE JOB \"" + name + "\" AS " + execution.parsed().text();
            PlannedInsert planned = plan(execution, insert, again -> (Insert) again);
            return start(execution, name, planned, ErrorHandling.DEFAULT, statement);
        });
    }

    static Outcome create(Execution execution, CreateJob statement) {
        return execution.database().definitions().defining(() -> {
            if (NewName.isTaken(execution, statement.name(), statement.ifNotExists(), false)) {
                return Outcome.done("job \"" + statement.name().name() + "\" is there already", execution.nanos());
            }
            NewName.requireFreeBeside(execution, statement.name());
            ErrorHandling errors = PipelineOptions.of("job", statement.name(), statement.options());
            requireSink(execution, statement.insert());
            PlannedInsert planned = plan(execution, statement.insert(), again -> ((CreateJob) again).insert());
            return start(
                    execution,
                    statement.name().name(),
                    planned,
                    errors,
                    execution.parsed().text());
        });
    }

    /** BEGIN STATEMENT SET: all are planned before the first starts. */
    static Outcome createAll(Execution execution, StatementSet set) {
        return execution.database().definitions().defining(() -> {
            List<PlannedInsert> planned = new ArrayList<>();
            for (int i = 0; i < set.inserts().size(); i++) {
                int place = i;
                requireSink(execution, set.inserts().get(i));
                planned.add(plan(
                        execution,
                        set.inserts().get(i),
                        again -> ((StatementSet) again).inserts().get(place)));
            }
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                Insert insert = set.inserts().get(i);
                String name = execution
                        .database()
                        .definitions()
                        .newName("insert_into_" + insert.table().name());
                String statement = "CREATE JOB \"" + name + "\" AS " + InsertText.of(insert);
                messages.add(start(execution, name, planned.get(i), ErrorHandling.DEFAULT, statement)
                        .message());
            }
            return Outcome.done(String.join("\n", messages), execution.nanos());
        });
    }

    private static void requireSink(Execution execution, Insert insert) {
        CatalogObject target = execution.catalog().require(insert.table());
        boolean sink = target instanceof TableObject table
                && table.definition().connector().isPresent();
        if (!sink) {
            throw LeatException.of(
                            ErrorCode.WRONG_OBJECT_KIND,
                            "a job cannot write to " + target.kind() + " \"" + target.name() + "\"")
                    .at(insert.table().span())
                    .hint("A job writes to a table with a connector.");
        }
    }

    /** A sink that takes new rows only gets the final results of windows, if the statement does not say otherwise. */
    private static PlannedInsert plan(Execution execution, Insert insert, Function<Statement, Insert> same) {
        TableDefinition table = ((TableObject) execution.catalog().require(insert.table())).definition();
        SinkMode mode = SinkModes.of(execution.database(), table);
        JobCatalog catalog = new JobCatalog(execution.catalog());
        PlannedInsert planned = execution.planner(catalog).planInsert(insert, insert.emit(), QueryKind.CONTINUOUS);
        boolean updates = planned.query().changes() == ChangeMode.UPDATING;
        if (mode != SinkMode.APPEND_ONLY || !updates) {
            return planned;
        }
        boolean closes =
                insert.emit() == Emit.NONE && !planned.query().closings().isEmpty();
        if (!closes) {
            throw UpdatingQuery.refused(table, planned.query().plan(), insert);
        }
        Execution again = execution.again();
        Insert copy = same.apply(again.parsed().statement());
        return again.planner(catalog).planInsert(copy, Emit.FINAL, QueryKind.CONTINUOUS);
    }

    private static Outcome start(
            Execution execution, String name, PlannedInsert planned, ErrorHandling errors, String statement) {
        long plannedAt = execution.nanos();
        Database database = execution.database();
        TableDefinition table = planned.target().definition();
        SinkMode mode = SinkModes.of(database, table);
        boolean isFinite = isFinite(planned);
        boolean temporary = isTemporary(database, planned);
        SinkContext context = temporary ? database.sinkContext() : database.sinkContext(name);
        Sink sink = database.connectors().require(table).openSink(table, context);
        AtomicBoolean given = new AtomicBoolean();
        Consumer<Graph> add = graph -> {
            given.set(true);
            graph.addJob(name, planned.query().plan(), errors, table.name(), sink, mode);
        };
        if (isFinite) {
            database.loop().run(() -> {
                add.accept(database.graph());
                database.graph().setDefined();
            });
            return finishAtOnce(execution, name, plannedAt);
        }
        execution.progress().makes("job", name);
        try {
            database.definitions()
                    .define(
                            new JobObject(name, table.name(), planned.query(), errors, statement, temporary),
                            planned.query().plan(),
                            errors,
                            new Waiting(execution),
                            add,
                            graph -> graph.dropPipeline(name));
        } finally {
            if (!given.get()) {
                sink.close();
            }
        }
        return Outcome.done("started job \"" + name + "\"", plannedAt);
    }

    private static boolean isFinite(PlannedInsert planned) {
        return planned.query().relations().isEmpty();
    }

    /** Whether nobody would go on with such a job after the database has been opened again. */
    static boolean isTemporary(Database database, PlannedInsert planned) {
        List<String> uses = new ArrayList<>(planned.query().dependencies());
        uses.add(planned.target().definition().name());
        return isFinite(planned) || database.catalog().isAnyTemporary(uses);
    }

    /** INSERT INTO a sink VALUES: nothing goes on after it. */
    private static Outcome finishAtOnce(Execution execution, String name, long plannedAt) {
        Database database = execution.database();
        new Waiting(execution)
                .until(() -> database.graph()
                        .pipeline(name)
                        .map(LivePipeline::isEnded)
                        .orElse(true));
        Optional<LeatException> failure = database.loop().call(() -> {
            Optional<LeatException> reason = database.graph().pipeline(name).flatMap(LivePipeline::failure);
            database.graph().dropPipeline(name);
            return reason;
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Outcome.done("written", plannedAt);
    }

    static Outcome stop(Execution execution, StopJob statement) {
        return execution.database().definitions().defining(() -> {
            Optional<CatalogObject> found = execution.catalog().object(statement.name());
            if (found.isEmpty() && statement.ifExists()) {
                return Outcome.done("nothing to stop", execution.nanos());
            }
            CatalogObject object = found.filter(JobObject.class::isInstance)
                    .orElseThrow(() -> LeatException.of(
                                    ErrorCode.UNKNOWN_OBJECT,
                                    "there is no job \"" + statement.name().name() + "\"")
                            .at(statement.name().span())
                            .hint("SHOW JOBS lists them."));
            List<CatalogObject> dependents = execution.catalog().dependents(object.name());
            if (!dependents.isEmpty()) {
                throw DropExecution.needed(object, dependents)
                        .at(statement.name().span());
            }
            DropExecution.drop(execution.database(), object);
            return Outcome.done("stopped job \"" + object.name() + "\"", execution.nanos());
        });
    }
}
