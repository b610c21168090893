package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.TableObject;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.planner.PlannedInsert;
import io.leat.planner.QueryKind;
import java.util.List;

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
        PlannedInsert planned = execution.planner().planInsert(insert, Emit.NONE, QueryKind.SNAPSHOT);
        long plannedAt = execution.nanos();
        TableDefinition table = planned.target().definition();
        List<Chunk> rows = SelectExecution.compute(
                execution, planned.query().plan(), planned.query().relations());
        Chunk stored = OrdinaryTables.gather(rows, 0, table.storedColumns());
        OrdinaryTables.checkNulls(table, stored);
        execution
                .database()
                .loop()
                .run(() -> execution
                        .database()
                        .graph()
                        .insert(OrdinaryTables.require(execution.database(), table.name()), stored));
        return Outcome.count(stored.size(), "inserted " + counted(stored.size()), plannedAt);
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
