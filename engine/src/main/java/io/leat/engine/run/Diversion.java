package io.leat.engine.run;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.source.Intake;
import io.leat.executor.source.RefusedRecord;
import io.leat.executor.window.LateRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a table gives to the tables beside it: its records that could not be read, its rows that came too late. */
final class Diversion {
    private final TableDefinition table;
    private final Optional<DivertedTable> errors;
    private final Optional<DivertedTable> late;
    private Optional<LateRows> lateRows = Optional.empty();
    private long wirings = -1;

    Diversion(TableDefinition table, int chunkRows, BooleanSupplier ended) {
        long maxRows = TableOptions.of(table).divertMaxRows();
        this.table = table;
        this.errors = DivertedTables.errors(table).map(one -> new DivertedTable(one, maxRows, chunkRows, ended));
        this.late = DivertedTables.late(table).map(one -> new DivertedTable(one, maxRows, chunkRows, ended));
    }

    /** The tables beside it. */
    List<DivertedTable> tables() {
        List<DivertedTable> all = new ArrayList<>();
        errors.ifPresent(all::add);
        late.ifPresent(all::add);
        return all;
    }

    /** Whether all columns have to be read, because any row may have to be kept. */
    boolean readsAll() {
        return late.isPresent();
    }

    /** The table is read from its beginning again: what was kept will come again. */
    void clear() {
        tables().forEach(DivertedTable::clear);
    }

    /** Looks what leaves late rows out now, if that has changed. */
    void follow(Circuit circuit) {
        if (late.isPresent() && wirings != circuit.wirings()) {
            wirings = circuit.wirings();
            lateRows = Optional.of(LateRules.of(circuit, table));
        }
    }

    /** Takes what a tick brought that could not be read. */
    void refused(Intake intake, long nowMillis) {
        if (errors.isPresent() && !intake.refused().isEmpty()) {
            errors.get().add(rows(intake.refused(), nowMillis));
        }
    }

    private static ZSet rows(List<RefusedRecord> refused, long nowMillis) {
        List<DataType> types = DivertedTables.ERROR_COLUMNS.stream()
                .map(column -> column.type())
                .toList();
        ChunkBuilder rows = new ChunkBuilder(types, refused.size());
        for (RefusedRecord record : refused) {
            rows.column(0).appendLong(nowMillis);
            JavaValues.append(rows.column(1), types.get(1), record.partition());
            if (record.offset().isPresent()) {
                rows.column(2).appendLong(record.offset().getAsLong());
            } else {
                rows.column(2).appendNull();
            }
            JavaValues.append(rows.column(3), types.get(3), record.raw());
            JavaValues.append(rows.column(4), types.get(4), record.reason());
            rows.endRow(1);
        }
        return ZSet.of(rows.build());
    }

    /** Takes the late ones of rows that come in, which have the arrival as their last column. */
    void arrived(ZSet rows) {
        if (late.isPresent() && lateRows.isPresent() && !rows.isEmpty()) {
            late.get().add(lateRows.get().of(rows));
        }
    }
}
