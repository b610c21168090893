package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.CatalogObject;
import io.leat.parser.statement.ObjectName;
import java.util.List;
import java.util.Optional;

/** Checks the name of something that is to be created. */
final class NewName {

    private NewName() {}

    /**
     * Whether the name is taken and the statement says that this is all right.
     *
     * @throws LeatException DUPLICATE_OBJECT if it is taken otherwise
     */
    static boolean isTaken(Execution execution, ObjectName name, boolean ifNotExists, boolean orReplace) {
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

    /** For OR REPLACE: takes out what has the name now. */
    static void replace(Execution execution, ObjectName name, boolean orReplace) {
        Optional<CatalogObject> existing = execution.catalog().object(name.name());
        if (!orReplace || existing.isEmpty()) {
            return;
        }
        List<CatalogObject> dependents = execution.catalog().dependents(name.name());
        if (!dependents.isEmpty()) {
            throw DropExecution.needed(existing.get(), dependents).at(name.span());
        }
        DropExecution.drop(execution.database(), existing.get());
    }
}
