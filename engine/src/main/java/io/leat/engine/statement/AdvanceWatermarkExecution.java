package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.database.Database;
import io.leat.engine.run.OrdinaryTable;
import io.leat.parser.statement.AdvanceWatermark;
import java.time.ZoneOffset;

/** ALTER TABLE ... ADVANCE WATERMARK TO ... */
final class AdvanceWatermarkExecution {

    private AdvanceWatermarkExecution() {}

    static Outcome run(Execution execution, AdvanceWatermark statement) {
        Database database = execution.database();
        execution.catalog().require(statement.table());
        String name = statement.table().name();
        long time = statement
                .to()
                .map(to -> to.toInstant(ZoneOffset.UTC).toEpochMilli())
                .orElse(Long.MAX_VALUE);
        database.loop().run(() -> {
            OrdinaryTable table = OrdinaryTables.require(database, name);
            if (table.definition().watermark().isEmpty() && time != Long.MAX_VALUE) {
                throw LeatException.of(ErrorCode.WRONG_OBJECT_KIND, "table \"" + name + "\" has no WATERMARK")
                        .at(statement.table().span())
                        .hint("Declare one in CREATE TABLE: WATERMARK FOR ts AS ts.");
            }
            database.graph().advance(table, time);
        });
        return Outcome.done("advanced the watermark of \"" + name + "\"", execution.nanos());
    }
}
