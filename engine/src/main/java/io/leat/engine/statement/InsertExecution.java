package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.run.OrdinaryTable;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.planner.PlannedInsert;
import io.leat.planner.QueryKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** INSERT: into an ordinary table at once, into a sink for as long as its sources go on. */
final class InsertExecution {

    private InsertExecution() {}

    static Outcome run(Execution execution, Insert insert) {
        CatalogObject target = execution.catalog().require(insert.table());
        boolean sink = target instanceof TableObject table
                && table.definition().connector().isPresent();
        return sink ? JobExecution.insert(execution, insert) : intoOrdinaryTable(execution, insert);
    }

    private static Outcome intoOrdinaryTable(Execution execution, Insert insert) {
        Catalog catalog = execution.catalog();
        PlannedInsert planned = execution.planner().planInsert(insert, Emit.NONE, QueryKind.SNAPSHOT);
        long plannedAt = execution.nanos();
        TableDefinition table = planned.target().definition();
        int inserted = readsItself(catalog, planned)
                ? OrdinaryTables.writing(
                        execution, table.name(), live -> insert(execution, live, rows(execution, catalog, planned)))
                : insertComputed(execution, table, rows(execution, catalog, planned));
        return Outcome.count(inserted, "inserted " + counted(inserted), plannedAt);
    }

    /** Whether the rows to insert are computed from the table that they go into. */
    private static boolean readsItself(Catalog catalog, PlannedInsert planned) {
        String table = planned.target().name();
        Set<String> reading = new HashSet<>(Set.of(table));
        catalog.dependents(table).forEach(object -> reading.add(object.name()));
        return planned.query().relations().stream()
                .anyMatch(relation -> reading.stream().anyMatch(relation::equalsIgnoreCase));
    }

    private static Chunk rows(Execution execution, Catalog catalog, PlannedInsert planned) {
        TableDefinition table = planned.target().definition();
        List<Chunk> rows = SelectExecution.compute(
                execution, planned.query().plan(), planned.query().relations(), catalog);
        Chunk stored = OrdinaryTables.gather(rows, 0, table.storedColumns());
        OrdinaryTables.checkNulls(table, stored);
        return stored;
    }

    private static int insertComputed(Execution execution, TableDefinition table, Chunk stored) {
        OrdinaryTables.adding(execution, table.name(), stored);
        return stored.size();
    }

    private static int insert(Execution execution, OrdinaryTable live, Chunk stored) {
        OrdinaryTables.insert(execution.database(), live, stored);
        return stored.size();
    }

    /** The types of an INSERT's parameters; unknown for a sink, where the plan depends on what the sink takes. */
    static List<DataType> parameterTypes(Execution execution, Insert insert) {
        CatalogObject target = execution.catalog().require(insert.table());
        boolean ordinary = target instanceof TableObject table
                && table.definition().connector().isEmpty();
        return ordinary
                ? execution
                        .planner()
                        .planInsert(insert, Emit.NONE, QueryKind.SNAPSHOT)
                        .query()
                        .parameterTypes()
                : List.of();
    }

    /** A number of rows in words. */
    static String counted(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
