package io.leat.engine.statement;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.DivertedObject;
import io.leat.engine.catalog.FunctionObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.LogicalViewObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.engine.database.Database;
import io.leat.engine.run.ConnectorRegistry;
import io.leat.engine.run.TableOptions;
import io.leat.parser.StatementParser;
import io.leat.parser.StatementText;
import io.leat.parser.statement.ObjectKind;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Show;
import io.leat.planner.function.FunctionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** SHOW TABLES and its kin, SHOW CREATE. */
final class ShowExecution {

    private ShowExecution() {}

    static Outcome run(Execution execution, Show statement) {
        return switch (statement.what()) {
            case TABLES -> tables(execution);
            case VIEWS -> names(execution, "view", Set.of(ViewObject.class, LogicalViewObject.class));
            case MATERIALIZED_VIEWS -> names(execution, "materialized view", Set.of(ViewObject.class));
            case JOBS -> jobs(execution);
            case SOURCES -> sources(execution);
            case FUNCTIONS -> functions(execution);
            case SETTINGS -> SettingExecution.list(execution);
            case CONNECTORS -> connectors(execution);
            case SAVEPOINTS -> CopyExecution.list(execution);
            case INDEXES -> throw LeatException.unsupported("SHOW INDEXES", "There are none.");
            case CREATE -> create(execution, statement);
        };
    }

    private static Outcome tables(Execution execution) {
        List<String> names =
                execution.catalog().tables().stream().map(CatalogObject::name).toList();
        return Outcome.lines("table", names, execution.nanos());
    }

    private static Outcome names(Execution execution, String column, Set<Class<?>> kinds) {
        List<String> names = execution.catalog().objects().stream()
                .filter(object -> kinds.contains(object.getClass()))
                .map(CatalogObject::name)
                .toList();
        return Outcome.lines(column, names, execution.nanos());
    }

    private static Outcome jobs(Execution execution) {
        List<List<Object>> rows = execution.catalog().objects(JobObject.class).stream()
                .map(job -> List.<Object>of(job.name(), job.sink()))
                .toList();
        return Outcome.values(Outcome.texts("job", "sink"), rows, execution.nanos());
    }

    private static Outcome sources(Execution execution) {
        List<List<Object>> rows = execution.catalog().objects(TableObject.class).stream()
                .map(TableObject::definition)
                .filter(table -> table.connector().isPresent())
                .map(table -> List.<Object>of(table.name(), table.connector().get()))
                .toList();
        return Outcome.values(Outcome.texts("source", "connector"), rows, execution.nanos());
    }

    private static Outcome functions(Execution execution) {
        List<List<Object>> rows = new ArrayList<>();
        FunctionCatalog.functions()
                .forEach(function -> rows.add(List.of(function.name(), function.signature(), function.description())));
        execution
                .catalog()
                .objects(FunctionObject.class)
                .forEach(object ->
                        rows.add(List.of(object.name(), object.function().signature(), "Made by CREATE FUNCTION.")));
        return Outcome.values(Outcome.texts("function", "signature", "description"), rows, execution.nanos());
    }

    private static Outcome connectors(Execution execution) {
        List<List<Object>> rows = execution.database().connectors().all().stream()
                .flatMap(connector -> ConnectorRegistry.options(connector).stream()
                        .map(option -> List.<Object>of(
                                connector.name(),
                                option.key(),
                                option.required()
                                        ? "required"
                                        : option.defaultValue().orElse(""),
                                option.description())))
                .toList();
        return Outcome.values(Outcome.texts("connector", "option", "default", "description"), rows, execution.nanos());
    }

    private static Outcome create(Execution execution, Show statement) {
        ObjectName name = statement.name().orElseThrow();
        CatalogObject object = execution.catalog().require(name);
        statement.kind().ifPresent(kind -> requireKind(kind, object, name));
        if (object instanceof DivertedObject diverted) {
            throw LeatException.unsupported(
                            "SHOW CREATE of a table that Leat makes",
                            "It belongs to \"" + diverted.owner().name() + "\"; DESCRIBE shows its columns.")
                    .at(name.span());
        }
        if (object.statement().isEmpty()) {
            throw LeatException.unsupported(
                            "SHOW CREATE of a function that the program has given", "SHOW FUNCTIONS shows its types.")
                    .at(name.span());
        }
        String text = object instanceof TableObject table
                ? StatementText.of(table.declaration(), publicOptions(execution.database(), table.definition()))
                : StatementText.of(
                        StatementParser.parse(
                                        object.statement(), execution.database().limits())
                                .statement(),
                        option -> false);
        return Outcome.lines("statement", List.of(text), execution.nanos());
    }

    private static void requireKind(ObjectKind kind, CatalogObject object, ObjectName name) {
        boolean table = kind == ObjectKind.TABLE;
        if (table != object instanceof TableObject) {
            throw LeatException.of(ErrorCode.WRONG_OBJECT_KIND, "\"" + object.name() + "\" is a " + object.kind())
                    .at(name.span());
        }
    }

    /** The options whose values may be shown: those that the connector lists, but for secrets. The first that matches counts. */
    static Predicate<String> publicOptions(Database database, TableDefinition table) {
        List<ConnectorOption> known = table.connector().isEmpty()
                ? TableOptions.ALL
                : ConnectorRegistry.options(database.connectors().require(table));
        return key -> key.equals(TableDefinition.CONNECTOR)
                || known.stream()
                        .filter(option -> option.matches(key))
                        .findFirst()
                        .map(option -> option.kind() != Kind.SECRET)
                        .orElse(false);
    }
}
