package io.leat.planner.validate;

import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.lookup.LikePattern;
import org.apache.calcite.schema.lookup.Lookup;
import org.apache.calcite.schema.lookup.Named;

/** The catalog as Calcite's validator asks for it: one name at a time, so that nothing is copied. */
final class CatalogSchema extends AbstractSchema {
    private final CatalogView catalog;
    private final String prefix;
    private final Function<Relation, Table> tables;

    /** The whole catalog; {@code tables} makes Calcite's side of a relation. */
    CatalogSchema(CatalogView catalog, Function<Relation, Table> tables) {
        this(catalog, "", tables);
    }

    private CatalogSchema(CatalogView catalog, String prefix, Function<Relation, Table> tables) {
        this.catalog = catalog;
        this.prefix = prefix;
        this.tables = tables;
    }

    @Override
    public Lookup<Table> tables() {
        return new ByName<>(this::table);
    }

    @Override
    public Lookup<? extends Schema> subSchemas() {
        return new ByName<>(this::subSchema);
    }

    /** A name in quotes that exists exactly so wins over one that differs in case. */
    private Table table(String name) {
        return catalog.find(prefix + name, true)
                .or(() -> catalog.find(prefix + name, false))
                .map(tables)
                .orElse(null);
    }

    private Schema subSchema(String name) {
        String start = prefix + name + ".";
        boolean exists = catalog.relationNames().stream()
                .anyMatch(known -> known.regionMatches(true, 0, start, 0, start.length()));
        return exists ? new CatalogSchema(catalog, start, tables) : null;
    }

    /** A lookup that never lists. */
    private record ByName<T>(Function<String, T> find) implements Lookup<T> {
        @Override
        public T get(String name) {
            return find.apply(name);
        }

        @Override
        public Named<T> getIgnoreCase(String name) {
            T found = find.apply(name);
            return found == null ? null : new Named<>(name, found);
        }

        @Override
        public Set<String> getNames(LikePattern pattern) {
            return new LinkedHashSet<>();
        }
    }
}
