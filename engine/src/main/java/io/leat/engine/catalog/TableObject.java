package io.leat.engine.catalog;

import io.leat.core.connector.TableDefinition;
import io.leat.parser.statement.CreateTable;
import io.leat.planner.catalog.TableRelation;
import java.util.List;

/**
 * A table.
 *
 * @param relation what the planner knows of it
 * @param declaration the statement as the parser read it
 */
public record TableObject(TableRelation relation, CreateTable declaration, String statement, boolean isTemporary)
        implements CatalogObject {

    /** What CREATE TABLE declared. */
    public TableDefinition definition() {
        return relation.definition();
    }

    @Override
    public String name() {
        return definition().name();
    }

    @Override
    public List<String> dependencies() {
        return List.of();
    }

    @Override
    public String kind() {
        return "table";
    }
}
