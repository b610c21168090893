package io.leat.planner;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.limit.Limits;
import io.leat.core.type.Schema;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.SqlQuery;
import io.leat.parser.statement.Update;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.UserFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes plans of statements. Cheap to create: one a statement; used by one thread at a time.
 *
 * <p>Calcite's validator rewrites the nodes it is given, so a statement is planned at most once a parse. Planning runs on
 * a thread of its own with a large stack and ends at the limit on planning time. Every method throws {@link
 * LeatException} with the place in the text for what is wrong with the statement.
 */
public final class Planner {
    private final CatalogView catalog;
    private final PlanningContext context;

    /** A planner over a catalog. */
    public Planner(CatalogView catalog, PlanningContext context) {
        this.catalog = catalog;
        this.context = context;
    }

    /** Plans a query. */
    public PlannedQuery plan(SqlQuery query, Emit emit, QueryKind kind) {
        return run(planner -> planner.plan(query.node(), emit, kind));
    }

    /**
     * Plans an INSERT: the query's columns are matched with the target's by position and converted.
     *
     * @param emit which results leave; stands for what the statement says, so that the caller can fill in the default
     */
    public PlannedInsert planInsert(Insert insert, Emit emit, QueryKind kind) {
        return run(planner -> new InsertPlanner(catalog, planner).plan(insert, emit, kind));
    }

    /** Plans an UPDATE. */
    public PlannedChange planUpdate(Update update) {
        return run(planner -> new ChangePlanner(catalog, planner).update(update));
    }

    /** Plans a DELETE. */
    public PlannedChange planDelete(Delete delete) {
        return run(planner -> new ChangePlanner(catalog, planner).delete(delete));
    }

    /** What CREATE TABLE declares, checked: column names, types, key, computed columns, watermark. */
    public TableDefinition defineTable(CreateTable statement) {
        return new TableDefiner(this).define(statement);
    }

    /**
     * Compiles a scalar expression over the columns of one relation.
     *
     * @param relation what messages call the relation
     */
    public Expression compileExpression(SqlExpression expression, String relation, Schema schema) {
        return PlanningThread.run(
                context.limits(),
                cancelled -> ExpressionCompiler.compile(
                        expression.node(), relation, schema, name -> Optional.empty(), context, cancelled));
    }

    /** What CREATE FUNCTION declares, checked, its value compiled. */
    public PlannedFunction defineFunction(CreateSqlFunction statement) {
        return new FunctionDefiner(catalog, context).define(statement);
    }

    private <T> T run(Function<QueryPlanner, T> work) {
        return PlanningThread.run(
                context.limits(), cancelled -> work.apply(new QueryPlanner(catalog, context, cancelled)));
    }

    /** Plans a small query so that the classes needed are loaded; for a thread in the background at start-up. */
    public static void warmUp() {
        String query = "SELECT a, COUNT(*), SUM(b) FROM (VALUES (1, 2), (3, 4)) AS t (a, b) WHERE b > 1 GROUP BY a";
        Select select = (Select) StatementParser.parse(query, Limits.DEFAULT).statement();
        new Planner(new EmptyCatalog(), PlanningContext.of(Limits.DEFAULT, 0))
                .plan(select.query(), Emit.NONE, QueryKind.SNAPSHOT);
    }

    /** A catalog with nothing in it. */
    private record EmptyCatalog() implements CatalogView {
        @Override
        public Optional<Relation> find(String name, boolean quoted) {
            return Optional.empty();
        }

        @Override
        public Optional<UserFunction> function(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> relationNames() {
            return List.of();
        }
    }
}
