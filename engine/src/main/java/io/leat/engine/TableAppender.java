package io.leat.engine;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.database.Database;
import io.leat.engine.run.OrdinaryTable;
import io.leat.engine.statement.OrdinaryTables;
import io.leat.engine.statement.ParameterValues;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Collects rows and inserts them into an ordinary table in batches. */
final class TableAppender implements Appender {
    private final Leat leat;
    private final Database database;
    private final String table;
    private final List<ColumnDefinition> columns;
    private final ChunkBuilder rows;
    private final Runnable closing = this::close;
    private boolean closed;

    TableAppender(Leat leat, Database database, String table) {
        this.leat = leat;
        this.database = database;
        this.table = table;
        OrdinaryTable live = database.loop().look(() -> OrdinaryTables.require(database, table));
        this.columns = live.definition().storedColumns();
        this.rows = new ChunkBuilder(
                columns.stream().map(ColumnDefinition::type).toList(),
                database.limits().appenderRows());
        leat.opened(closing);
    }

    @Override
    public Appender append(Object... values) {
        requireOpen();
        if (values.length != columns.size()) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "table \"" + table + "\" takes " + columns.size() + " values a row, and " + values.length
                                    + " were given")
                    .hint("Columns: "
                            + columns.stream().map(ColumnDefinition::name).collect(Collectors.joining(", ")) + ".");
        }
        try {
            for (int i = 0; i < values.length; i++) {
                ColumnDefinition column = columns.get(i);
                ParameterValues.append(rows.column(i), column.type(), column.name(), values[i]);
            }
        } catch (LeatException e) {
            rows.discardRow();
            throw e;
        }
        rows.endRow(1);
        if (rows.size() >= database.limits().appenderRows()) {
            flush();
        }
        return this;
    }

    private void requireOpen() {
        if (closed) {
            throw LeatException.of(ErrorCode.CLOSED, "the appender is closed");
        }
    }

    @Override
    public void flush() {
        requireOpen();
        if (rows.size() > 0) {
            OrdinaryTables.insert(database, table, rows.build());
        }
    }

    @Override
    public void advanceWatermark(LocalDateTime time) {
        advance(time.toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    @Override
    public void end() {
        advance(Long.MAX_VALUE);
    }

    private void advance(long time) {
        flush();
        database.loop().write(() -> OrdinaryTables.advance(database, table, time));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            flush();
        } finally {
            closed = true;
            leat.closed(closing);
        }
    }
}
