package io.leat.engine.statement;

import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.database.Database;

/** Asks connectors what changes their sinks take. */
final class SinkModes {

    private SinkModes() {}

    static SinkMode of(Database database, TableDefinition table) {
        return database.connectors().require(table).sinkMode(table);
    }

    static boolean isAppendOnly(Database database, String table) {
        return database.catalog()
                .object(table)
                .filter(TableObject.class::isInstance)
                .map(object -> of(database, ((TableObject) object).definition()) == SinkMode.APPEND_ONLY)
                .orElse(false);
    }
}
