package io.leat.planner;

import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Select;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.LogicalView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.SystemRelation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.catalog.ViewRelation;
import io.leat.planner.explain.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalog in memory, filled by statements. */
public final class TestCatalog implements CatalogView {
    private final Map<String, Relation> relations = new LinkedHashMap<>();

    /** Streams bid, auction, person with watermarks, a table rates without, and some more. */
    public static TestCatalog standard() {
        TestCatalog catalog = new TestCatalog();
        catalog.stream("CREATE TABLE bid (auction BIGINT, bidder BIGINT, price DECIMAL(10,2), channel STRING,"
                + " ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector'='x')");
        catalog.stream("CREATE TABLE auction (id BIGINT, seller BIGINT, category BIGINT, expires TIMESTAMP(3),"
                + " ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector'='x')");
        catalog.stream("CREATE TABLE person (id BIGINT, name STRING, city STRING, state STRING,"
                + " ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector'='x')");
        catalog.stream("CREATE TABLE clicks (id INT, url STRING, at TIMESTAMP(3)) WITH ('connector'='x')");
        catalog.table("CREATE TABLE rates (cur STRING PRIMARY KEY NOT ENFORCED, rate DECIMAL(18,6))");
        catalog.table("CREATE TABLE orders (id INT PRIMARY KEY NOT ENFORCED, customer STRING, amount INT,"
                + " ordered_at TIMESTAMP(3), WATERMARK FOR ordered_at AS ordered_at)");
        catalog.add(new SystemRelation(
                "leat.sources", Schema.of(new Field("name", DataType.STRING), new Field("rows", DataType.BIGINT))));
        catalog.add(new LogicalView(
                "dear", "SELECT auction AS a, price FROM bid WHERE price > 100", List.of("item", "price")));
        catalog.add(new LogicalView("broken", "SELECT nothing FROM bid", List.of()));
        return catalog;
    }

    private void stream(String sql) {
        add(new TableRelation(define(sql), ChangeMode.APPEND_ONLY, true));
    }

    private void table(String sql) {
        add(new TableRelation(define(sql), ChangeMode.UPDATING, true));
    }

    private TableDefinition define(String sql) {
        CreateTable statement =
                (CreateTable) StatementParser.parse(sql, Limits.DEFAULT).statement();
        return new Planner(this, PlanningContext.of(Limits.DEFAULT, 0)).defineTable(statement);
    }

    /** Adds a table whose late rows still count. */
    public TestCatalog withLateUpdates(String name) {
        TableRelation table = (TableRelation) relations.get(name);
        add(new TableRelation(table.definition(), table.changes(), false));
        return this;
    }

    /** Adds a materialized view over a query. */
    public TestCatalog withView(String name, String sql) {
        PlannedQuery query = plan(sql, QueryKind.CONTINUOUS);
        add(new ViewRelation(name, query.schema(), query.changes(), query.uniqueKey(), query.closings()));
        return this;
    }

    public void add(Relation relation) {
        relations.put(relation.name(), relation);
    }

    /** Plans a query, EMIT at its end included. */
    public PlannedQuery plan(String sql, QueryKind kind) {
        Select select = (Select) StatementParser.parse(sql, Limits.DEFAULT).statement();
        Emit emit = select.emit();
        return new Planner(this, PlanningContext.of(Limits.DEFAULT, 0)).plan(select.query(), emit, kind);
    }

    /** EXPLAIN of a query that runs for ever. */
    public String explain(String sql) {
        return Explanation.of(plan(sql, QueryKind.CONTINUOUS).plan(), this).text();
    }

    @Override
    public Optional<Relation> find(String name, boolean quoted) {
        return relations.values().stream()
                .filter(relation ->
                        quoted ? relation.name().equals(name) : relation.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public Optional<UserFunction> function(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> relationNames() {
        return List.copyOf(relations.keySet());
    }
}
