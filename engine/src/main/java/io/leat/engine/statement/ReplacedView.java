package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.ViewObject;
import io.leat.engine.run.DivertedTables;
import io.leat.engine.run.Replacement;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.catalog.ViewRelation;
import io.leat.planner.incremental.FailureModes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether those who read a view can go on when it gets a new definition. */
final class ReplacedView {
    private ReplacedView() {}

    /**
     * How a view is replaced; empty if whoever reads it cannot go on, which is all right if those are only queries that
     * somebody follows.
     *
     * @throws LeatException DEPENDENT_OBJECTS if views or jobs read it and cannot go on
     */
    static Optional<Replacement> replacement(
            Execution execution, ObjectName name, ViewObject before, ViewObject after) {
        List<CatalogObject> dependents = execution.catalog().dependents(before.name());
        requireNoCircle(name, after, dependents);
        Optional<String> difference = difference(before, after, dependents);
        if (difference.isEmpty()) {
            return Optional.of(new Replacement(
                    before.relation().changes(),
                    FailureModes.of(before.plan()),
                    execution.database().definitions().changed(after)));
        }
        if (!dependents.isEmpty()) {
            throw DropExecution.needed(before, dependents)
                    .detail(difference.get())
                    .hint("Those that read it go on if its columns, its key and its kind of changes stay as they are."
                            + " Else DROP ... CASCADE, and create them again.")
                    .at(name.span());
        }
        return Optional.empty();
    }

    private static void requireNoCircle(ObjectName name, ViewObject after, List<CatalogObject> dependents) {
        for (CatalogObject dependent : dependents) {
            if (after.dependencies().stream().anyMatch(dependent.name()::equalsIgnoreCase)) {
                throw LeatException.of(
                                ErrorCode.INVALID_DEFINITION,
                                "view \"" + after.name() + "\" cannot be made from " + dependent.kind() + " \""
                                        + dependent.name() + "\", which is made from it")
                        .at(name.span());
            }
        }
    }

    /** What readers would notice beside other rows. */
    private static Optional<String> difference(ViewObject before, ViewObject after, List<CatalogObject> dependents) {
        ViewRelation old = before.relation();
        ViewRelation now = after.relation();
        if (!old.schema().equals(now.schema())) {
            return Optional.of(
                    "it has columns " + text(old.schema()) + "; the new definition has " + text(now.schema()));
        }
        if (!old.uniqueKey().equals(now.uniqueKey())) {
            return Optional.of("the new definition has another key");
        }
        if (old.changes() != now.changes()) {
            return Optional.of("one of both definitions takes rows back, and the other does not");
        }
        if (!old.closings().equals(now.closings())) {
            return Optional.of("the new definition has other windows");
        }
        if (!before.errors().equals(after.errors())) {
            return Optional.of("the new definition has other options");
        }
        if (FailureModes.of(before.plan()) != FailureModes.of(after.plan()) && readErrors(before, dependents)) {
            return Optional.of("of the rows that cannot be computed one of both definitions takes some back");
        }
        boolean goes = after.isTemporary() && dependents.stream().anyMatch(dependent -> !dependent.isTemporary());
        return goes ? Optional.of("the new definition is temporary") : Optional.empty();
    }

    private static boolean readErrors(ViewObject view, List<CatalogObject> dependents) {
        String errors = view.name() + DivertedTables.ERRORS;
        return dependents.stream()
                .flatMap(dependent -> dependent.dependencies().stream())
                .anyMatch(errors::equalsIgnoreCase);
    }

    private static String text(Schema schema) {
        return schema.fields().stream().map(ReplacedView::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(Field field) {
        return field.name() + " " + field.type();
    }
}
