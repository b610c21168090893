package io.leat.engine.durable;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.executor.checkpoint.Blob;
import io.leat.executor.checkpoint.CheckpointWriter;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.checkpoint.PageReference;
import io.leat.executor.journal.Journal;
import io.leat.executor.state.RowBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of ordinary tables in a database directory: every change in the journal, all rows in a checkpoint now and then. */
public final class DurableRows implements RowStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableRows.class);
    private static final int PAGE_BYTES = 1 << 16;
    private static final long SEGMENT_BYTES = 64 << 20;

    private final long checkpointBytes;
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final Map<String, KeptTable> kept;
    private final long lastTick;
    private final Map<Long, Log> open = new LinkedHashMap<>();
    private final RowBytes buffer = new RowBytes();
    private Manifest base;
    private long bytesThen;
    private boolean complete;

    /**
     * Finds what a database directory keeps.
     *
     * @param checkpointBytes how much the journal grows before a checkpoint is taken
     * @throws LeatException DATA_CORRUPTED naming the file and offset; FOREIGN_FORMAT
     */
    public DurableRows(DatabaseFiles files, long checkpointBytes) {
        this.checkpointBytes = checkpointBytes;
        Recovery recovery = new Recovery(files, SEGMENT_BYTES);
        checkpoints = recovery.checkpoints();
        journal = recovery.journal();
        kept = recovery.tables();
        lastTick = recovery.tick();
        base = recovery.base();
    }

    /**
     * All tables that the catalog has were opened: what is left belongs to tables that were dropped. There is no checkpoint
     * before this, because it would lack the tables that were not opened yet.
     */
    public void forgetOthers() {
        kept.clear();
        complete = true;
    }

    @Override
    public RowLog open(StoredTable table) {
        KeptTable found = kept.remove(TableRecord.key(table.name()));
        Log log;
        if (found != null) {
            found.restore(table, checkpoints);
            log = new Log(found.record().identity(), table);
            log.blob = found.unchanged();
        } else {
            log = new Log(journal.lastSequence() + 1, table);
            byte[] record = log.record().encode();
            journal.append(TableRecord.KIND, record, 0, record.length);
            journal.sync();
        }
        open.put(log.identity, log);
        return log;
    }

    @Override
    public void sync() {
        journal.sync();
    }

    @Override
    public long lastTick() {
        return lastTick;
    }

    /** Not before the journal is as long as what would be written: so each row is written twice at most, about. */
    @Override
    public void checkpointIfDue(long tick) {
        if (journal.bytes() - bytesThen >= Math.max(checkpointBytes, base.bytes())) {
            checkpoint(tick);
        }
    }

    @Override
    public void checkpoint(long tick) {
        journal.sync();
        if (!complete || journal.lastSequence() == base.sequence()) {
            return;
        }
        try {
            Manifest previous = base;
            base = write(tick);
            bytesThen = journal.bytes();
            journal.startSegment();
            checkpoints.retain(base, previous);
            journal.deleteUpTo(previous.sequence());
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            bytesThen = journal.bytes();
            LOG.warn("no checkpoint was taken, the journal goes on: {}", e.getMessage());
        }
    }

    private Manifest write(long tick) {
        try (CheckpointWriter writer = checkpoints.begin()) {
            Map<Log, Blob> blobs = new LinkedHashMap<>();
            open.values().forEach(log -> blobs.put(log, log.write(writer)));
            Manifest manifest = writer.finish(journal.lastSequence(), tick, List.copyOf(blobs.values()));
            blobs.forEach((log, blob) -> log.blob = Optional.of(blob));
            return manifest;
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    /** The types of columns as SQL. */
    static String text(List<DataType> types) {
        return types.stream().map(DataType::toString).collect(Collectors.joining(", "));
    }

    /** The changes of one table. */
    private final class Log implements RowLog {
        private final long identity;
        private final StoredTable table;
        private final RowEncoding encoding;
        /** Where all its rows are, unless they have changed since. */
        private Optional<Blob> blob = Optional.empty();

        Log(long identity, StoredTable table) {
            this.identity = identity;
            this.table = table;
            this.encoding = new RowEncoding(table.types());
        }

        TableRecord record() {
            return new TableRecord(identity, table.name(), text(table.types()), table.watermark());
        }

        @Override
        public void append(long tick, ZSet rows, long watermark) {
            ChangeRecord.begin(identity, tick, watermark, buffer);
            encoding.append(rows, buffer);
            journal.append(ChangeRecord.KIND, buffer.bytes(), 0, buffer.length());
            blob = rows.isEmpty() ? blob : Optional.empty();
        }

        Blob write(CheckpointWriter writer) {
            List<PageReference> pages = blob.map(Blob::pages).orElseGet(() -> pages(writer));
            return new Blob("table " + identity, record().encode(), pages);
        }

        private List<PageReference> pages(CheckpointWriter writer) {
            List<PageReference> pages = new ArrayList<>();
            buffer.clear();
            for (Chunk chunk : table.content().chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    encoding.append(chunk, row, buffer);
                    if (buffer.length() >= PAGE_BYTES) {
                        pages.add(writer.page(buffer.bytes(), buffer.length()));
                        buffer.clear();
                    }
                }
            }
            if (buffer.length() > 0) {
                pages.add(writer.page(buffer.bytes(), buffer.length()));
            }
            return pages;
        }

        @Override
        public void close() {
            open.remove(identity);
        }
    }
}
