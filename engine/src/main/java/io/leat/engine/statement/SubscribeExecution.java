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

/** SUBSCRIBE, and SELECT ... EMIT CHANGES: the result so far, and then every change. */
final class SubscribeExecution {
    private static final String SNAPSHOT = "snapshot";

    private SubscribeExecution() {}

    static Outcome run(Execution execution, Subscribe statement) {
        return execution.database().looking(() -> follow(execution, statement, snapshot(statement)));
    }

    private static Outcome follow(Execution execution, Subscribe statement, boolean snapshot) {
        if (statement.query().isPresent()) {
            return follow(execution, statement.query().get(), statement.emit(), snapshot);
        }
        ObjectName name = statement.name().orElseThrow();
        CatalogObject object = execution.catalog().require(name);
        if (object instanceof ViewObject view) {
            return follow(execution, view, snapshot);
        }
        Select all = (Select) StatementParser.parse(
                        "SELECT * FROM \"" + object.name().replace("\"", "\"\"") + "\"",
                        execution.database().limits())
                .statement();
        return follow(execution, all.query(), statement.emit(), snapshot);
    }

    static Outcome changes(Execution execution, Select select) {
        return execution.database().looking(() -> follow(execution, select.query(), Emit.CHANGES, true));
    }

    private static boolean snapshot(Subscribe statement) {
        for (Option option : statement.options().list()) {
            boolean known = option.key().equals(SNAPSHOT);
            if (!known || !option.value().equals("true") && !option.value().equals("false")) {
                throw LeatException.of(
                                ErrorCode.INVALID_OPTION,
                                "SUBSCRIBE has no option '" + option.key() + "' = '" + option.value() + "'")
                        .at(option.keySpan())
                        .hint("Options: 'snapshot' = 'true' or 'false'.");
            }
        }
        return statement.options().value(SNAPSHOT).map(Boolean::parseBoolean).orElse(true);
    }

    private static Outcome follow(Execution execution, ViewObject view, boolean snapshot) {
        Database database = execution.database();
        ChangeQueue queue = queue(execution);
        long plannedAt = execution.nanos();
        database.loop().run(() -> {
            Graph graph = database.graph();
            graph.follow((LiveView) graph.pipeline(view.name()).orElseThrow(), queue, snapshot);
        });
        return outcome(view.relation().schema(), queue, plannedAt);
    }

    private static Outcome follow(Execution execution, SqlQuery query, Emit emit, boolean snapshot) {
        Database database = execution.database();
        PlannedQuery planned = execution.planner().plan(query, emit, QueryKind.CONTINUOUS);
        long plannedAt = execution.nanos();
        ChangeQueue queue = queue(execution);
        // The brackets keep it apart from the names of views.
        String name = "(" + database.newName("subscription") + ")";
        database.loop().run(() -> database.graph().follow(name, planned.plan(), queue, snapshot));
        return outcome(planned.schema(), queue, plannedAt);
    }

    private static ChangeQueue queue(Execution execution) {
        return new ChangeQueue(
                execution.session().subscriptionRows(), execution.database().clock());
    }

    private static Outcome outcome(Schema schema, ChangeQueue queue, long plannedAt) {
        return new Outcome(Kind.CHANGES, new ChangeCursor(schema, queue, false), 0, "", plannedAt);
    }
}
