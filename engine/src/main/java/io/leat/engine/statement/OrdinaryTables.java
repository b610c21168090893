package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.database.Database;
import io.leat.engine.run.LiveTable;
import io.leat.engine.run.OrdinaryTable;
import java.util.List;
import java.util.function.Function;

/** Finds ordinary tables and puts rows together for them. */
public final class OrdinaryTables {

    private OrdinaryTables() {}

    /**
     * The ordinary table of a name; to be asked on the run loop.
     *
     * @throws LeatException UNKNOWN_TABLE or WRONG_OBJECT_KIND
     */
    public static OrdinaryTable require(Database database, String name) {
        LiveTable table = database.graph().table(name);
        if (table instanceof OrdinaryTable ordinary) {
            return ordinary;
        }
        if (database.catalog().object(name).isEmpty()) {
            throw LeatException.of(ErrorCode.UNKNOWN_TABLE, "unknown table \"" + name + "\"");
        }
        throw LeatException.of(ErrorCode.WRONG_OBJECT_KIND, "\"" + name + "\" is not an ordinary table")
                .hint("Only tables without a connector take rows by hand.");
    }

    /** Does something that reads and changes a table while no other statement changes it. */
    static <T> T writing(Execution execution, String name, Function<OrdinaryTable, T> work) {
        Database database = execution.database();
        OrdinaryTable table = database.loop().look(() -> require(database, name));
        new Waiting(execution).lock(table.writing());
        try {
            return work.apply(table);
        } finally {
            table.writing().unlock();
        }
    }

    /** Adds rows that do not depend on the table's, while no other statement changes it. */
    static void adding(Execution execution, String name, Chunk stored) {
        Database database = execution.database();
        OrdinaryTable table = database.loop().look(() -> require(database, name));
        new Waiting(execution).lock(table.adding());
        try {
            insert(database, table, stored);
        } finally {
            table.adding().unlock();
        }
    }

    /** Adds rows to a table that the caller has locked. */
    static void insert(Database database, OrdinaryTable table, Chunk stored) {
        database.loop().write(() -> {
            requireSame(database, table);
            database.graph().insert(table, stored);
        });
    }

    /** Adds rows to a table that have its stored columns, when no statement is changing it. */
    public static void insert(Database database, String name, Chunk stored) {
        OrdinaryTable table = database.loop().look(() -> require(database, name));
        table.adding().lock();
        try {
            insert(database, table, stored);
        } finally {
            table.adding().unlock();
        }
    }

    /**
     * Moves a table's event time on, to a time or with {@code Long.MAX_VALUE} to the end; to be asked on the run loop.
     *
     * @throws LeatException WRONG_OBJECT_KIND if it has no event time
     */
    public static void advance(Database database, String name, long time) {
        OrdinaryTable table = require(database, name);
        if (table.definition().watermark().isEmpty() && time != Long.MAX_VALUE) {
            throw LeatException.of(ErrorCode.WRONG_OBJECT_KIND, "table \"" + name + "\" has no WATERMARK")
                    .hint("Declare one in CREATE TABLE: WATERMARK FOR ts AS ts.");
        }
        database.graph().advance(table, time);
    }

    /**
     * Checks that a table is still there; to be asked on the run loop.
     *
     * @throws LeatException UNKNOWN_TABLE if it was dropped
     */
    public static void requireSame(Database database, OrdinaryTable table) {
        if (database.graph().table(table.definition().name()) != table) {
            throw LeatException.of(
                    ErrorCode.UNKNOWN_TABLE, "table \"" + table.definition().name() + "\" was dropped");
        }
    }

    /** One chunk of the first columns of all rows. */
    static Chunk gather(List<Chunk> chunks, int firstColumn, List<ColumnDefinition> columns) {
        ChunkBuilder builder =
                new ChunkBuilder(columns.stream().map(ColumnDefinition::type).toList(), 64);
        for (Chunk chunk : chunks) {
            for (int row = 0; row < chunk.size(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    builder.column(i).appendFrom(chunk.column(firstColumn + i), row);
                }
                builder.endRow(1);
            }
        }
        return builder.build();
    }

    /**
     * Checks the columns that must not be NULL.
     *
     * @throws LeatException NOT_NULL naming the column
     */
    static void checkNulls(TableDefinition table, Chunk stored) {
        List<ColumnDefinition> columns = table.storedColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).type().nullable() && hasNull(stored, i)) {
                throw LeatException.of(
                        ErrorCode.NOT_NULL,
                        "column \"" + columns.get(i).name() + "\" of table \"" + table.name() + "\" cannot be NULL");
            }
        }
    }

    private static boolean hasNull(Chunk chunk, int column) {
        for (int row = 0; row < chunk.size(); row++) {
            if (chunk.column(column).isNull(row)) {
                return true;
            }
        }
        return false;
    }
}
