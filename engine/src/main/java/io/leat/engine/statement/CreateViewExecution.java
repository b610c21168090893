package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.LogicalViewObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.run.Replacement;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.PlannedQuery;
import io.leat.planner.QueryKind;
import io.leat.planner.catalog.LogicalView;
import io.leat.planner.catalog.ViewRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE VIEW and CREATE MATERIALIZED VIEW. */
final class CreateViewExecution {

    private CreateViewExecution() {}

    static Outcome run(Execution execution, CreateView statement) {
        return execution.database().definitions().defining(() -> create(execution, statement));
    }

    private static Outcome create(Execution execution, CreateView statement) {
        if (NewName.isTaken(execution, statement.name(), statement.ifNotExists(), statement.orReplace())) {
            return Outcome.done("view \"" + statement.name().name() + "\" is there already", execution.nanos());
        }
        NewName.requireFreeBeside(execution, statement.name());
        PlannedQuery query = execution.planner().plan(statement.query(), statement.emit(), QueryKind.CONTINUOUS);
        long plannedAt = execution.nanos();
        requireNotItself(statement.name(), query);
        Schema schema = renamed(statement, query.schema());
        requireDistinctNames(statement, schema);
        Optional<CatalogObject> old =
                NewName.named(execution, statement.name(), Set.of(ViewObject.class, LogicalViewObject.class));
        if (!statement.materialized() || !(old.orElse(null) instanceof ViewObject)) {
            NewName.requireUnneeded(execution, statement.name());
        }
        if (statement.materialized()) {
            materialize(execution, statement, query, schema, old);
        } else {
            old.ifPresent(replaced -> DropExecution.drop(execution.database(), replaced));
            defineLogical(execution, statement, query);
        }
        return Outcome.done(message(statement, query), plannedAt);
    }

    private static String message(CreateView statement, PlannedQuery query) {
        String kind = statement.materialized() ? "materialized view" : "view";
        StringBuilder message =
                new StringBuilder("created " + kind + " \"" + statement.name().name() + "\"");
        query.warnings()
                .forEach(warning -> message.append("\n  warning: ")
                        .append(warning.message())
                        .append(warning.hint().isEmpty() ? "" : "\n  hint: " + warning.hint()));
        return message.toString();
    }

    /** A view that replaces another is built before the other goes. */
    private static void materialize(
            Execution execution, CreateView statement, PlannedQuery query, Schema schema, Optional<CatalogObject> old) {
        String name = statement.name().name();
        ErrorHandling errors = PipelineOptions.of("view", statement.name(), statement.options());
        ViewRelation relation = new ViewRelation(name, schema, query.changes(), query.uniqueKey(), query.closings());
        ViewObject view = new ViewObject(
                relation, query, errors, execution.parsed().text(), isTemporary(execution, statement, query));
        execution.progress().makes("view", name);
        Waiting waiting = new Waiting(execution);
        if (old.isPresent() && old.get() instanceof ViewObject before) {
            Optional<Replacement> replacement = ReplacedView.replacement(execution, statement.name(), before, view);
            execution
                    .database()
                    .definitions()
                    .define(
                            view,
                            query.plan(),
                            errors,
                            waiting,
                            graph -> graph.replaceView(name, query.plan(), errors, replacement),
                            graph -> graph.undoReplacement(name, replacement));
        } else {
            old.ifPresent(replaced -> DropExecution.drop(execution.database(), replaced));
            execution
                    .database()
                    .definitions()
                    .define(
                            view,
                            query.plan(),
                            errors,
                            waiting,
                            graph -> graph.addView(name, query.plan(), errors),
                            graph -> graph.dropPipeline(name));
        }
    }

    /** What is made from something temporary is temporary too: it could not be made again when the database is opened. */
    private static boolean isTemporary(Execution execution, CreateView statement, PlannedQuery query) {
        return statement.temporary() || execution.catalog().isAnyTemporary(query.dependencies());
    }

    private static void defineLogical(Execution execution, CreateView statement, PlannedQuery query) {
        LogicalView relation = new LogicalView(
                statement.name().name(),
                statement.query().source().text(),
                statement.columnAliases().stream().map(ObjectName::name).toList());
        LogicalViewObject view = new LogicalViewObject(
                relation, query, execution.parsed().text(), isTemporary(execution, statement, query));
        execution.database().definitions().define(view, graph -> {}, graph -> {});
    }

    private static void requireNotItself(ObjectName name, PlannedQuery query) {
        if (query.relations().stream().anyMatch(relation -> relation.equalsIgnoreCase(name.name()))) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION, "view \"" + name.name() + "\" cannot be made from itself")
                    .at(name.span());
        }
    }

    private static Schema renamed(CreateView statement, Schema schema) {
        List<ObjectName> aliases = statement.columnAliases();
        if (aliases.isEmpty()) {
            return schema;
        }
        if (aliases.size() != schema.size()) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "view \"" + statement.name().name() + "\" names " + aliases.size()
                                    + " columns, and its query has " + schema.size())
                    .at(statement.name().span());
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            fields.add(new Field(aliases.get(i).name(), schema.type(i)));
        }
        return new Schema(fields);
    }

    private static void requireDistinctNames(CreateView statement, Schema schema) {
        for (int i = 0; i < schema.size(); i++) {
            if (schema.indexOf(schema.name(i)) != i) {
                throw LeatException.of(
                                ErrorCode.DUPLICATE_COLUMN,
                                "view \"" + statement.name().name() + "\" has two columns \"" + schema.name(i) + "\"")
                        .at(statement.name().span())
                        .hint("Give one of them another name with AS.");
            }
        }
    }
}
