package io.leat.engine.catalog;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Plan;
import io.leat.core.type.Schema;
import io.leat.engine.run.DivertedTables;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.system.SystemTables;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.SystemRelation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.incremental.FailureModes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All definitions at one moment, in the order in which they were made. Immutable. */
public final class Catalog implements CatalogView {

    /** No definitions. */
    public static final Catalog EMPTY = new Catalog(new LinkedHashMap<>());

    private final Map<String, CatalogObject> objects;

    private Catalog(Map<String, CatalogObject> objects) {
        this.objects = Collections.unmodifiableMap(objects);
    }

    /** This catalog with one definition more, or with a new one in the place of the old. */
    public Catalog with(CatalogObject object) {
        Map<String, CatalogObject> copy = new LinkedHashMap<>(objects);
        copy.put(key(object.name()), object);
        return new Catalog(copy);
    }

    /** This catalog with a new definition in the place of the old, before those that need it and behind all others. */
    public Catalog replacing(CatalogObject object) {
        List<CatalogObject> dependents = dependents(object.name());
        Map<String, CatalogObject> copy = new LinkedHashMap<>(objects);
        copy.remove(key(object.name()));
        dependents.forEach(dependent -> copy.remove(key(dependent.name())));
        copy.put(key(object.name()), object);
        dependents.forEach(dependent -> copy.put(key(dependent.name()), dependent));
        return new Catalog(copy);
    }

    /** This catalog without a definition. */
    public Catalog without(String name) {
        Map<String, CatalogObject> copy = new LinkedHashMap<>(objects);
        copy.remove(key(name));
        return new Catalog(copy);
    }

    /** All definitions, in the order in which they were made. */
    public Collection<CatalogObject> objects() {
        return objects.values();
    }

    /** The definitions of one kind. */
    public <T extends CatalogObject> List<T> objects(Class<T> kind) {
        return objects.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The definition of a name, in any case; the tables that are made beside others have one too. */
    public Optional<CatalogObject> object(String name) {
        Optional<CatalogObject> made = Optional.ofNullable(objects.get(key(name)));
        return made.or(() -> diverted(name));
    }

    private Optional<CatalogObject> diverted(String name) {
        CatalogObject owner = objects.get(key(DivertedTables.owner(name)));
        return owner == null
                ? Optional.empty()
                : diverted(owner).stream()
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst();
    }

    /** The tables beside a definition, whether or not they are listed. */
    private static List<CatalogObject> diverted(CatalogObject owner) {
        if (owner instanceof TableObject table) {
            return DivertedTables.of(table.definition()).stream()
                    .map(one -> diverted(owner, one, ChangeMode.APPEND_ONLY))
                    .toList();
        }
        if (owner instanceof ViewObject view) {
            return failedRows(view, view.errors(), view.plan());
        }
        return owner instanceof JobObject job
                ? failedRows(job, job.errors(), job.query().plan())
                : List.of();
    }

    private static List<CatalogObject> failedRows(CatalogObject owner, ErrorHandling errors, Plan plan) {
        return errors.keeps()
                ? List.of(diverted(owner, DivertedTables.failedRows(owner.name()), FailureModes.of(plan)))
                : List.of();
    }

    private static CatalogObject diverted(CatalogObject owner, TableDefinition table, ChangeMode changes) {
        return new DivertedObject(new TableRelation(table, changes, true), owner);
    }

    /** The tables, each with those beside it that its options ask for, and those beside views that theirs ask for. */
    public List<CatalogObject> tables() {
        List<CatalogObject> tables = new ArrayList<>();
        for (CatalogObject object : objects()) {
            if (object instanceof TableObject) {
                tables.add(object);
            }
            tables.addAll(listed(object));
        }
        return tables;
    }

    private static List<CatalogObject> listed(CatalogObject owner) {
        if (owner instanceof TableObject table) {
            return DivertedTables.listed(table.definition()).stream()
                    .map(one -> diverted(table, one, ChangeMode.APPEND_ONLY))
                    .toList();
        }
        boolean asked = owner instanceof ViewObject view && view.errors().isListed()
                || owner instanceof JobObject job && job.errors().isListed();
        return asked ? diverted(owner) : List.of();
    }

    /** Whether a name stands for one and the same definition in another catalog, which may be none. */
    public boolean agrees(Catalog other, String name) {
        return objects.get(madeKey(name)) == other.objects.get(other.madeKey(name));
    }

    /** The definition of a name as a statement wrote it. */
    public Optional<CatalogObject> object(ObjectName name) {
        return object(name.name())
                .filter(found -> !name.quoted() || found.name().equals(name.name()));
    }

    /**
     * The definition of a name as a statement wrote it.
     *
     * @throws LeatException UNKNOWN_TABLE with the nearest name
     */
    public CatalogObject require(ObjectName name) {
        return object(name).orElseThrow(() -> unknown(name));
    }

    /** Whether one of some relations goes when the engine is closed. */
    public boolean isAnyTemporary(Collection<String> names) {
        return names.stream().flatMap(name -> object(name).stream()).anyMatch(CatalogObject::isTemporary);
    }

    /** The error for a name that is not there. */
    public LeatException unknown(ObjectName name) {
        return LeatException.of(ErrorCode.UNKNOWN_TABLE, "unknown table or view \"" + name.name() + "\"")
                .at(name.span())
                .hint(Suggestions.didYouMean(name.name(), relationNames(), "There is: "));
    }

    /** The definitions that cannot do without one, directly or through others, in the order in which they were made. */
    public List<CatalogObject> dependents(String name) {
        List<CatalogObject> found = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(key(name)));
        for (CatalogObject object : objects.values()) {
            if (object.dependencies().stream().map(this::madeKey).anyMatch(names::contains)) {
                names.add(key(object.name()));
                found.add(object);
            }
        }
        return found;
    }

    /** The key of a definition that somebody has made: of a table beside another that of the other. */
    private String madeKey(String name) {
        return objects.containsKey(key(name)) ? key(name) : key(DivertedTables.owner(name));
    }

    @Override
    public Optional<Relation> find(String name, boolean quoted) {
        Optional<Relation> defined = object(name)
                .filter(found -> !quoted || found.name().equals(name))
                .flatMap(Catalog::relation);
        return defined.or(() -> SystemTables.schema(name).map(schema -> system(name, schema)));
    }

    private static Relation system(String name, Schema schema) {
        return new SystemRelation(name.toLowerCase(Locale.ROOT), schema);
    }

    private static Optional<Relation> relation(CatalogObject object) {
        if (object instanceof TableObject table) {
            return Optional.of(table.relation());
        }
        if (object instanceof DivertedObject diverted) {
            return Optional.of(diverted.relation());
        }
        if (object instanceof ViewObject view) {
            return Optional.of(view.relation());
        }
        return object instanceof LogicalViewObject view ? Optional.of(view.relation()) : Optional.empty();
    }

    @Override
    public Optional<UserFunction> function(String name) {
        return object(name)
                .filter(FunctionObject.class::isInstance)
                .map(object -> ((FunctionObject) object).function());
    }

    @Override
    public List<String> relationNames() {
        Stream<String> defined = objects.values().stream()
                .filter(object -> relation(object).isPresent())
                .map(CatalogObject::name);
        Stream<String> beside = objects.values().stream()
                .flatMap(owner -> listed(owner).stream())
                .map(CatalogObject::name);
        return Stream.of(defined, beside, SystemTables.names().stream())
                .flatMap(names -> names)
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
