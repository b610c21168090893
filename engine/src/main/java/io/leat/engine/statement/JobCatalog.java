package io.leat.engine.statement;

import io.leat.core.plan.ChangeMode;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.UserFunction;
import java.util.List;
import java.util.Optional;

/**
 * The catalog as a job sees it: ordinary tables without a key count as append-only, so that they can be written to any
 * sink. In return, UPDATE and DELETE are refused while such a job reads the table.
 */
record JobCatalog(CatalogView catalog) implements CatalogView {

    @Override
    public Optional<Relation> find(String name, boolean quoted) {
        return catalog.find(name, quoted).map(JobCatalog::appendOnly);
    }

    private static Relation appendOnly(Relation relation) {
        boolean ordinary = relation instanceof TableRelation table
                && table.definition().connector().isEmpty()
                && !table.definition().isKeyed();
        if (!ordinary) {
            return relation;
        }
        TableRelation table = (TableRelation) relation;
        return new TableRelation(table.definition(), ChangeMode.APPEND_ONLY, table.lateRowsLeave());
    }

    @Override
    public Optional<UserFunction> function(String name) {
        return catalog.function(name);
    }

    @Override
    public List<String> relationNames() {
        return catalog.relationNames();
    }
}
