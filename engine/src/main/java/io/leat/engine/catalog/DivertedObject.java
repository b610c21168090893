package io.leat.engine.catalog;

import io.leat.planner.catalog.TableRelation;
import java.util.List;

/**
 * A table that Leat makes beside another one, a view or a job, for what would be lost.
 *
 * @param relation what the planner knows of it
 * @param owner the table, view or job that it is beside
 */
public record DivertedObject(TableRelation relation, CatalogObject owner) implements CatalogObject {

    @Override
    public String name() {
        return relation.name();
    }

    @Override
    public String statement() {
        return "";
    }

    @Override
    public boolean isTemporary() {
        return owner.isTemporary();
    }

    @Override
    public List<String> dependencies() {
        return List.of(owner.name());
    }

    @Override
    public String kind() {
        return "system table";
    }
}
