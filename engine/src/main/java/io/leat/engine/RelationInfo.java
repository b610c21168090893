package io.leat.engine;

import io.leat.core.type.Schema;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.DivertedObject;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.statement.StatementExecutor;
import io.leat.engine.system.SystemTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tools want to know of a table or view.
 *
 * @param schemaName {@code leat} for system tables; empty for what was created, which is in no schema
 * @param name its name, without the schema
 * @param kind {@code table}, {@code view}, {@code materialized view} or {@code system table}
 * @param schema its columns
 * @param primaryKey places of the key's columns; empty without a key
 * @param connector the connector of a table that has one
 * @param isTemporary whether it goes when the database is closed
 */
public record RelationInfo(
        String schemaName,
        String name,
        String kind,
        Schema schema,
        List<Integer> primaryKey,
        Optional<String> connector,
        boolean isTemporary) {
    private static final String SYSTEM_SCHEMA = "leat";

    public RelationInfo {
        primaryKey = List.copyOf(primaryKey);
    }

    static List<RelationInfo> all(Catalog catalog) {
        List<RelationInfo> all = new ArrayList<>();
        catalog.objects().stream()
                .filter(object -> !(object instanceof JobObject))
                .forEach(object -> all.add(of(catalog, object)));
        catalog.tables().stream()
                .filter(DivertedObject.class::isInstance)
                .forEach(object -> all.add(of(catalog, object)));
        SystemTables.names().forEach(name -> all.add(system(name)));
        return all;
    }

    private static RelationInfo of(Catalog catalog, CatalogObject object) {
        Schema schema = StatementExecutor.relationSchema(catalog, object.name()).orElseThrow();
        boolean table = object instanceof TableObject;
        List<Integer> key = table ? ((TableObject) object).definition().primaryKey() : List.of();
        Optional<String> connector = table ? ((TableObject) object).definition().connector() : Optional.empty();
        return new RelationInfo("", object.name(), object.kind(), schema, key, connector, object.isTemporary());
    }

    private static RelationInfo system(String name) {
        String simple = name.substring(name.indexOf('.') + 1);
        Schema schema = SystemTables.schema(name).orElseThrow();
        return new RelationInfo(SYSTEM_SCHEMA, simple, "system table", schema, List.of(), Optional.empty(), false);
    }
}
