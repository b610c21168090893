package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.FunctionObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.LogicalViewObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.engine.database.Database;
import io.leat.parser.statement.Drop;
import io.leat.parser.statement.ObjectKind;
import io.leat.parser.statement.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** DROP TABLE, VIEW, JOB, FUNCTION. */
final class DropExecution {

    private DropExecution() {}

    static Outcome run(Execution execution, Drop statement) {
        if (statement.kind() == ObjectKind.INDEX) {
            throw LeatException.unsupported("DROP " + statement.kind().sql(), "There are none to drop.");
        }
        return execution.database().definitions().defining(() -> drop(execution, statement));
    }

    private static Outcome drop(Execution execution, Drop statement) {
        List<String> dropped = new ArrayList<>();
        for (ObjectName name : statement.names()) {
            dropped.addAll(drop(execution, statement, name));
        }
        String message = dropped.isEmpty() ? "nothing to drop" : "dropped " + String.join(", ", dropped);
        return Outcome.done(message, execution.nanos());
    }

    private static List<String> drop(Execution execution, Drop statement, ObjectName name) {
        Optional<CatalogObject> found = execution.catalog().object(name);
        if (found.isEmpty() && statement.ifExists()) {
            return List.of();
        }
        CatalogObject object = found.orElseThrow(() -> execution.catalog().unknown(name));
        requireKind(statement.kind(), object, name);
        List<CatalogObject> all = new ArrayList<>(execution.catalog().dependents(object.name()));
        if (!all.isEmpty() && !statement.cascade()) {
            throw needed(object, all).at(name.span());
        }
        Collections.reverse(all);
        all.add(object);
        all.forEach(one -> drop(execution.database(), one));
        return all.stream().map(one -> one.kind() + " \"" + one.name() + "\"").toList();
    }

    private static void requireKind(ObjectKind kind, CatalogObject object, ObjectName name) {
        boolean view = object instanceof ViewObject || object instanceof LogicalViewObject;
        boolean fits = switch (kind) {
            case TABLE -> object instanceof TableObject;
            case VIEW -> view;
            case MATERIALIZED_VIEW -> object instanceof ViewObject;
            case FUNCTION -> object instanceof FunctionObject;
            default -> object instanceof JobObject;
        };
        if (!fits) {
            throw LeatException.of(
                            ErrorCode.WRONG_OBJECT_KIND,
                            "\"" + object.name() + "\" is a " + object.kind() + ", not a "
                                    + kind.sql().toLowerCase(java.util.Locale.ROOT))
                    .at(name.span());
        }
    }

    static LeatException needed(CatalogObject object, List<CatalogObject> dependents) {
        String list = dependents.stream()
                .map(one -> one.kind() + " \"" + one.name() + "\"")
                .collect(Collectors.joining(", "));
        return LeatException.of(
                        ErrorCode.DEPENDENT_OBJECTS, object.kind() + " \"" + object.name() + "\" is needed by " + list)
                .hint("DROP ... CASCADE drops them too.");
    }

    /** Takes one thing out of the graph and the catalog; nothing may need it. A job that cannot write what it has stays. */
    static void drop(Database database, CatalogObject object) {
        if (object instanceof JobObject) {
            database.loop().run(() -> database.graph().flush(object.name()));
        }
        database.definitions().forget(object.name());
        database.loop().run(() -> {
            if (object instanceof TableObject) {
                database.graph().dropTable(object.name());
            } else if (database.graph().pipeline(object.name()).isPresent()) {
                database.graph().dropPipeline(object.name());
            }
        });
    }
}
