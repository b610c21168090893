package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.JobObject;
import io.leat.engine.database.Database;
import io.leat.engine.run.OrdinaryTable;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.Update;
import io.leat.planner.PlannedChange;
import java.util.List;

/** UPDATE and DELETE on ordinary tables. */
final class ModifyExecution {

    private ModifyExecution() {}

    static Outcome run(Execution execution, Statement statement) {
        boolean update = statement instanceof Update;
        Catalog catalog = execution.catalog();
        PlannedChange planned = update
                ? execution.planner().planUpdate((Update) statement)
                : execution.planner().planDelete((Delete) statement);
        long plannedAt = execution.nanos();
        TableDefinition table = planned.target().definition();
        requireChangeable(execution.database(), table);
        int changed = OrdinaryTables.writing(execution, table.name(), live -> {
            List<Chunk> rows = SelectExecution.compute(execution, planned.plan(), List.of(table.name()), catalog);
            return change(execution.database(), live, rows, update);
        });
        String verb = update ? "updated " : "deleted ";
        return Outcome.count(changed, verb + InsertExecution.counted(changed), plannedAt);
    }

    private static int change(Database database, OrdinaryTable live, List<Chunk> rows, boolean update) {
        List<ColumnDefinition> columns = live.definition().storedColumns();
        Chunk removed = OrdinaryTables.gather(rows, 0, columns);
        Chunk added = OrdinaryTables.gather(update ? rows : List.of(), columns.size(), columns);
        OrdinaryTables.checkNulls(live.definition(), added);
        database.loop().write(() -> {
            OrdinaryTables.requireSame(database, live);
            database.graph().replace(live, removed, added);
        });
        return removed.size();
    }

    private static void requireChangeable(Database database, TableDefinition table) {
        if (table.connector().isPresent()) {
            throw LeatException.unsupported(
                    "changing rows of table \"" + table.name() + "\", which has a connector",
                    "Only ordinary tables take UPDATE and DELETE.");
        }
        if (table.watermark().isPresent() && !table.isKeyed()) {
            throw LeatException.unsupported(
                    "changing rows of table \"" + table.name() + "\", which has a WATERMARK and no PRIMARY KEY",
                    "Its rows are events, and windows over them close for good. Give it a PRIMARY KEY to change rows.");
        }
        database.catalog().dependents(table.name()).stream()
                .filter(object -> object instanceof JobObject job && SinkModes.isAppendOnly(database, job.sink()))
                .findFirst()
                .ifPresent(job -> {
                    throw LeatException.unsupported(
                            "changing rows of table \"" + table.name() + "\", which job \"" + job.name()
                                    + "\" writes to a sink that takes new rows only",
                            "STOP JOB " + job.name() + " first.");
                });
    }
}
