package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.checkpoint.Blob;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.journal.Journal;
import io.leat.executor.journal.JournalRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a database directory keeps: the last checkpoint that is whole, and the journal after it. A damaged checkpoint
 * gives way to the one before, as long as the journal reaches back to that.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Checkpoints checkpoints;
    private final Manifest base;
    private final Journal journal;
    private final Map<String, KeptTable> tables = new LinkedHashMap<>();
    private final Map<Long, KeptTable> byIdentity = new LinkedHashMap<>();
    private long tick;

    /**
     * Reads everything.
     *
     * @throws LeatException DATA_CORRUPTED or FOREIGN_FORMAT; nothing has been changed then
     */
    Recovery(DatabaseFiles files, long segmentBytes) {
        checkpoints = new Checkpoints(files.checkpoints(), files.identity());
        base = lastWhole();
        tick = base.tick();
        for (Blob blob : base.blobs()) {
            put(new KeptTable(TableRecord.decode(blob.header()), Optional.of(blob)));
        }
        journal = Journal.open(files.journal(), files.identity(), segmentBytes, base.sequence(), this::replay);
    }

    private Manifest lastWhole() {
        for (long number : checkpoints.numbers()) {
            try {
                return checkpoints.load(number);
            } catch (LeatException e) {
                if (e.code() != ErrorCode.DATA_CORRUPTED) {
                    throw e;
                }
                LOG.warn("checkpoint {} cannot be used, trying the one before: {}", number, e.getMessage());
            }
        }
        return Manifest.NOTHING;
    }

    /** A table takes the place of one that had its name: that one was dropped. */
    private void put(KeptTable table) {
        KeptTable before = tables.put(table.record().key(), table);
        if (before != null) {
            byIdentity.remove(before.record().identity());
        }
        byIdentity.put(table.record().identity(), table);
    }

    private void replay(JournalRecord record) {
        switch (record.kind()) {
            case TableRecord.KIND -> put(new KeptTable(TableRecord.decode(record.payload()), Optional.empty()));
            case ChangeRecord.KIND -> replay(new ChangeRecord(record.payload()));
            default ->
                throw LeatException.of(
                                ErrorCode.FOREIGN_FORMAT, "the journal has a record of unknown kind " + record.kind())
                        .hint("It was written by a newer version of Leat.");
        }
    }

    private void replay(ChangeRecord change) {
        tick = Math.max(tick, change.tick());
        KeptTable table = byIdentity.get(change.table());
        if (table != null) {
            table.add(change);
        }
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    Manifest base() {
        return base;
    }

    Journal journal() {
        return journal;
    }

    /** What was found of each table, by {@link TableRecord#key}. */
    Map<String, KeptTable> tables() {
        return tables;
    }

    long tick() {
        return tick;
    }
}
