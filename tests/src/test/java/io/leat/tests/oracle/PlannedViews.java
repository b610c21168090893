package io.leat.tests.oracle;

import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.NaiveEvaluator;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.CreateView;
import io.leat.planner.PlannedQuery;
import io.leat.planner.Planner;
import io.leat.planner.PlanningContext;
import io.leat.planner.QueryKind;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.catalog.ViewRelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The plans of views, made by the planner alone, and their content computed from scratch. */
final class PlannedViews implements CatalogView {
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final Map<String, Plan> views = new LinkedHashMap<>();

    private Planner planner() {
        return new Planner(this, PlanningContext.of(Limits.DEFAULT, 0));
    }

    /** Takes in a CREATE TABLE of rows that are only added. */
    void stream(String sql) {
        add(define(sql), ChangeMode.APPEND_ONLY);
    }

    /** Takes in a CREATE TABLE. */
    void table(String sql) {
        TableDefinition definition = define(sql);
        add(definition, definition.watermark().isPresent() ? ChangeMode.APPEND_ONLY : ChangeMode.UPDATING);
    }

    private TableDefinition define(String sql) {
        CreateTable statement =
                (CreateTable) StatementParser.parse(sql, Limits.DEFAULT).statement();
        return planner().defineTable(statement);
    }

    private void add(TableDefinition definition, ChangeMode changes) {
        relations.put(key(definition.name()), new TableRelation(definition, changes, true));
    }

    /** Takes in a CREATE MATERIALIZED VIEW. */
    void view(String sql) {
        CreateView statement =
                (CreateView) StatementParser.parse(sql, Limits.DEFAULT).statement();
        PlannedQuery query = planner().plan(statement.query(), statement.emit(), QueryKind.CONTINUOUS);
        String name = statement.name().name();
        views.put(key(name), query.plan());
        relations.put(
                key(name),
                new ViewRelation(name, query.schema(), query.changes(), query.uniqueKey(), query.closings()));
    }

    /** The plan of a view. */
    Plan plan(String view) {
        return views.get(key(view));
    }

    /** What a view contains, given what its tables contain and how far event time has come. */
    Bag content(String view, Function<Scan, Bag> tables, long watermark) {
        return new NaiveEvaluator(scan -> read(scan, tables, watermark), watermark).evaluate(views.get(key(view)));
    }

    private Bag read(Scan scan, Function<Scan, Bag> tables, long watermark) {
        if (!views.containsKey(key(scan.relation()))) {
            return tables.apply(scan);
        }
        Bag columns = new Bag();
        content(scan.relation(), tables, watermark)
                .rows()
                .forEach((row, weight) -> columns.add(
                        Bag.row(scan.columns().stream().map(row::get).toArray()), weight));
        return columns;
    }

    @Override
    public Optional<Relation> find(String name, boolean quoted) {
        return Optional.ofNullable(relations.get(key(name)));
    }

    @Override
    public Optional<UserFunction> function(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> relationNames() {
        return List.copyOf(relations.keySet());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
