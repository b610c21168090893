package io.leat.engine.statement;

import io.leat.core.error.LeatException;
import io.leat.engine.database.Database;
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
        try {
            database.loop().write(() -> OrdinaryTables.advance(database, name, time));
        } catch (LeatException e) {
            throw e.at(statement.table().span());
        }
        return Outcome.done("advanced the watermark of \"" + name + "\"", execution.nanos());
    }
}
