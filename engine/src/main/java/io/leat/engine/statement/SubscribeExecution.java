package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Schema;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Result.Kind;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.engine.database.Database;
import io.leat.engine.run.Graph;
import io.leat.engine.run.LiveView;
import io.leat.engine.view.ChangeQueue;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Option;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SqlQuery;
import io.leat.parser.statement.Subscribe;
import io.leat.planner.PlannedQuery;
import io.leat.planner.QueryKind;
import java.util.Set;

/** SUBSCRIBE, and SELECT ... EMIT CHANGES: the result so far, and then every change. */
final class SubscribeExecution {
    private static final String SNAPSHOT = "snapshot";
    private static final String PROGRESS = "progress";
    private static final Set<String> KEYS = Set.of(SNAPSHOT, PROGRESS);

    /**
     * What a subscriber wants.
     *
     * @param snapshot whether the result so far comes first
     * @param progress whether he is told of each tick that he has all its changes
     */
    private record Wanted(boolean snapshot, boolean progress) {}

    private SubscribeExecution() {}

    static Outcome run(Execution execution, Subscribe statement) {
        return execution.database().definitions().looking(() -> follow(execution, statement, wanted(statement)));
    }

    private static Outcome follow(Execution execution, Subscribe statement, Wanted wanted) {
        if (statement.query().isPresent()) {
            return follow(execution, statement.query().get(), statement.emit(), wanted);
        }
        ObjectName name = statement.name().orElseThrow();
        CatalogObject object = execution.catalog().require(name);
        if (object instanceof ViewObject view) {
            return follow(execution, view, wanted);
        }
        Select all = (Select) StatementParser.parse(
                        "SELECT * FROM \"" + object.name().replace("\"", "\"\"") + "\"",
                        execution.database().limits())
                .statement();
        return follow(execution, all.query(), statement.emit(), wanted);
    }

    static Outcome changes(Execution execution, Select select) {
        return execution
                .database()
                .definitions()
                .looking(() -> follow(execution, select.query(), Emit.CHANGES, new Wanted(true, false)));
    }

    private static Wanted wanted(Subscribe statement) {
        for (Option option : statement.options().list()) {
            boolean known = KEYS.contains(option.key());
            if (!known || !option.value().equals("true") && !option.value().equals("false")) {
                throw LeatException.of(
                                ErrorCode.INVALID_OPTION,
                                "SUBSCRIBE has no option '" + option.key() + "' = '" + option.value() + "'")
                        .at(option.keySpan())
                        .hint("Options: 'snapshot' and 'progress', each 'true' or 'false'.");
            }
        }
        return new Wanted(
                statement.options().value(SNAPSHOT).map(Boolean::parseBoolean).orElse(true),
                statement.options().value(PROGRESS).map(Boolean::parseBoolean).orElse(false));
    }

    private static Outcome follow(Execution execution, ViewObject view, Wanted wanted) {
        Database database = execution.database();
        ChangeQueue queue = queue(execution, wanted);
        long plannedAt = execution.nanos();
        database.loop().run(() -> {
            Graph graph = database.graph();
            graph.follow((LiveView) graph.pipeline(view.name()).orElseThrow(), queue, wanted.snapshot());
        });
        return outcome(view.relation().schema(), queue, plannedAt);
    }

    private static Outcome follow(Execution execution, SqlQuery query, Emit emit, Wanted wanted) {
        Database database = execution.database();
        PlannedQuery planned = execution.planner().plan(query, emit, QueryKind.CONTINUOUS);
        long plannedAt = execution.nanos();
        ChangeQueue queue = queue(execution, wanted);
        // The brackets keep it apart from the names of views.
        String name = "(" + database.definitions().newName("subscription") + ")";
        database.loop().run(() -> database.graph().follow(name, planned.plan(), queue, wanted.snapshot()));
        return outcome(planned.schema(), queue, plannedAt);
    }

    private static ChangeQueue queue(Execution execution, Wanted wanted) {
        return new ChangeQueue(
                execution.session().subscriptionRows(), execution.database().clock(), wanted.progress());
    }

    private static Outcome outcome(Schema schema, ChangeQueue queue, long plannedAt) {
        return new Outcome(Kind.CHANGES, new ChangeCursor(schema, queue, false), 0, "", plannedAt);
    }
}
