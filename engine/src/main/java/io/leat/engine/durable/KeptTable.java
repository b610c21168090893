package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.checkpoint.Blob;
import io.leat.executor.checkpoint.Checkpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found of a table when its database was opened: rows in a checkpoint, and changes since then in the journal. */
final class KeptTable {
    private final TableRecord record;
    private final Optional<Blob> blob;
    private final List<ChangeRecord> changes = new ArrayList<>();

    KeptTable(TableRecord record, Optional<Blob> blob) {
        this.record = record;
        this.blob = blob;
    }

    TableRecord record() {
        return record;
    }

    void add(ChangeRecord change) {
        changes.add(change);
    }

    /** The blob that holds all its rows, if nothing has changed since. */
    Optional<Blob> unchanged() {
        return changes.stream().anyMatch(change -> change.payload().length > ChangeRecord.ROWS_AT)
                ? Optional.empty()
                : blob;
    }

    /** Gives a table its rows back. */
    void restore(StoredTable table, Checkpoints checkpoints) {
        if (!DurableRows.text(table.types()).equals(record.types())) {
            throw LeatException.of(
                            ErrorCode.FOREIGN_FORMAT,
                            "the rows of table \"" + table.name() + "\" were written with other columns")
                    .detail("they have " + record.types() + ", catalog.sql says " + DurableRows.text(table.types()))
                    .hint(
                            "Put the statement in catalog.sql back as it was. Columns of a table with rows stay as they are.");
        }
        RowEncoding encoding = new RowEncoding(table.types());
        long checkpointed = record.watermark();
        blob.ifPresent(found -> checkpoints.forEachPage(
                List.of(found), (same, page) -> encoding.decode(page, 0, rows -> table.restore(rows, checkpointed))));
        table.restore(io.leat.core.batch.ZSet.EMPTY, checkpointed);
        for (ChangeRecord change : changes) {
            encoding.decode(change.payload(), ChangeRecord.ROWS_AT, rows -> table.restore(rows, change.watermark()));
        }
    }
}
