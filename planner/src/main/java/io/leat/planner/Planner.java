package io.leat.planner;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.type.Schema;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.SqlQuery;
import io.leat.parser.statement.Update;
import io.leat.planner.catalog.CatalogView;

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
        throw LeatException.unsupported("a query over " + catalog.relationNames() + context, "Wait.");
    }

    /**
     * Plans an INSERT: the query's columns are matched with the target's by position and converted.
     *
     * @param emit which results leave; stands for what the statement says, so that the caller can fill in the default
     */
    public PlannedInsert planInsert(Insert insert, Emit emit, QueryKind kind) {
        throw LeatException.unsupported("INSERT", "Wait.");
    }

    /** Plans an UPDATE. */
    public PlannedChange planUpdate(Update update) {
        throw LeatException.unsupported("UPDATE", "Wait.");
    }

    /** Plans a DELETE. */
    public PlannedChange planDelete(Delete delete) {
        throw LeatException.unsupported("DELETE", "Wait.");
    }

    /** What CREATE TABLE declares, checked: column names, types, key, computed columns, watermark. */
    public TableDefinition defineTable(CreateTable statement) {
        throw LeatException.unsupported("CREATE TABLE", "Wait.");
    }

    /**
     * Compiles a scalar expression over the columns of one relation.
     *
     * @param relation what messages call the relation
     */
    public Expression compileExpression(SqlExpression expression, String relation, Schema schema) {
        throw LeatException.unsupported("an expression", "Wait.");
    }

    /** Plans a small query so that the classes needed are loaded; for a thread in the background at start-up. */
    public static void warmUp() {}
}
