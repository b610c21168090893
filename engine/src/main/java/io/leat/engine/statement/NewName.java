package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.DivertedObject;
import io.leat.engine.run.DivertedTables;
import io.leat.parser.statement.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the name of something that is to be created. */
final class NewName {

    private NewName() {}

    /**
     * Whether the name is taken and the statement says that this is all right.
     *
     * @throws LeatException UNSUPPORTED if it is qualified, DUPLICATE_OBJECT if it is taken otherwise
     */
    static boolean isTaken(Execution execution, ObjectName name, boolean ifNotExists, boolean orReplace) {
        name.schema().ifPresent(schema -> {
            throw LeatException.unsupported(
                            "the schema in the name " + name, "Write the name alone: there are no schemas.")
                    .at(name.span());
        });
        Optional<CatalogObject> existing = execution.catalog().object(name.name());
        if (existing.isEmpty() || orReplace) {
            return false;
        }
        if (ifNotExists) {
            return true;
        }
        throw LeatException.of(
                        ErrorCode.DUPLICATE_OBJECT,
                        "there is a " + existing.get().kind() + " \""
                                + existing.get().name() + "\" already")
                .at(name.span())
                .hint("Choose another name, write IF NOT EXISTS, or DROP it first.");
    }

    /**
     * Checks that nothing has the name of the table that is made beside a view or job.
     *
     * @throws LeatException DUPLICATE_OBJECT
     */
    static void requireFreeBeside(Execution execution, ObjectName name) {
        String beside = name.name() + DivertedTables.ERRORS;
        execution
                .catalog()
                .object(beside)
                .filter(found -> !(found instanceof DivertedObject))
                .ifPresent(found -> {
                    throw LeatException.of(
                                    ErrorCode.DUPLICATE_OBJECT,
                                    "there is a " + found.kind() + " \"" + found.name()
                                            + "\" already, where the errors of \"" + name.name() + "\" would be")
                            .at(name.span())
                            .hint("Choose another name.");
                });
    }

    /**
     * What OR REPLACE replaces, if there is something of that name and nothing needs it.
     *
     * @param kinds what may stand there
     * @throws LeatException WRONG_OBJECT_KIND if it is something else, DEPENDENT_OBJECTS if something needs it
     */
    static Optional<CatalogObject> replaced(Execution execution, ObjectName name, Set<Class<?>> kinds) {
        Optional<CatalogObject> existing = named(execution, name, kinds);
        requireUnneeded(execution, name);
        return existing;
    }

    /**
     * What is there of a name.
     *
     * @param kinds what may stand there
     * @throws LeatException WRONG_OBJECT_KIND if it is something else
     */
    static Optional<CatalogObject> named(Execution execution, ObjectName name, Set<Class<?>> kinds) {
        Optional<CatalogObject> existing = execution.catalog().object(name.name());
        existing.filter(object -> !kinds.contains(object.getClass())).ifPresent(object -> {
            throw LeatException.of(
                            ErrorCode.WRONG_OBJECT_KIND,
                            "\"" + object.name() + "\" is a " + object.kind() + " and cannot be replaced by this")
                    .at(name.span())
                    .hint("Choose another name, or DROP it first.");
        });
        return existing;
    }

    /**
     * Checks that nothing needs what there is of a name.
     *
     * @throws LeatException DEPENDENT_OBJECTS
     */
    static void requireUnneeded(Execution execution, ObjectName name) {
        execution.catalog().object(name.name()).ifPresent(object -> {
            List<CatalogObject> dependents = execution.catalog().dependents(name.name());
            if (!dependents.isEmpty()) {
                throw DropExecution.needed(object, dependents).at(name.span());
            }
        });
    }
}
