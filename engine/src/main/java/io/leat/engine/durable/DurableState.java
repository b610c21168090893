package io.leat.engine.durable;

import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import io.leat.executor.checkpoint.CheckpointPages;
import io.leat.executor.checkpoint.CheckpointWriter;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.checkpoint.PendingCheckpoint;
import io.leat.executor.journal.Journal;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.RowBytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs in a database directory: everything that comes in is in the journal, and everything that is remembered in a
 * checkpoint now and then, of which only what has changed is written.
 */
public final class DurableState implements Durability {
    private static final Logger LOG = LoggerFactory.getLogger(DurableState.class);
    private static final long SEGMENT_BYTES = 64 << 20;

    private volatile CheckpointPolicy policy;
    private final BackgroundWork background;
    private final Clock clock;
    private final DurabilityMeter meter;
    private final CheckpointPages pages;
    private final Recovery recovery;
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final Map<Long, Log> open = new LinkedHashMap<>();
    private final RowBytes buffer = new RowBytes();
    private final List<Manifest> kept = new ArrayList<>();
    /** Records for which there was no room, and which come before any other. */
    private final Queue<Owed> owed = new ArrayDeque<>();

    private Manifest base;
    /** Those that count since a checkpoint, as long as their script may not have been written. */
    private Optional<ChangedDefinitions> definitions;

    private long bytesThen;
    /** Whether no other checkpoint fits what came after the last: then there is another one soon. */
    private boolean isAlone;

    private long takenAt;
    private volatile Optional<BackgroundWork.Task<Manifest>> writing = Optional.empty();

    /**
     * Finds what a database directory keeps.
     *
     * @param trust how its pages are read
     * @throws LeatException DATA_CORRUPTED naming the file and offset; FOREIGN_FORMAT
     */
    public DurableState(
            DatabaseFiles files, CheckpointPolicy policy, BackgroundWork background, Clock clock, PageTrust trust) {
        this.policy = policy;
        this.background = background;
        this.clock = clock;
        pages = new CheckpointPages(files.identity());
        meter = new DurabilityMeter(clock);
        recovery = meter.finding(
                () -> new Recovery(files.storage(), files.identity(), SEGMENT_BYTES, pages, meter, trust));
        checkpoints = recovery.checkpoints();
        journal = recovery.journal();
        base = recovery.base();
        definitions = recovery.definitions();
        kept.add(base);
        isAlone = definitions.isPresent() && recovery.isBaseAlone();
        takenAt = clock.nanos();
    }

    @Override
    public Optional<Recovered> recovered() {
        return Optional.of(recovery);
    }

    @Override
    public boolean isKeeping() {
        return true;
    }

    @Override
    public RowLog open(StoredTable table) {
        String types = text(table.types());
        TableRecord record = recovery.open(table, types)
                .orElseGet(() -> new TableRecord(journal.lastSequence() + 1, table.name(), types));
        if (record.identity() > journal.lastSequence()) {
            append(TableRecord.KIND, record.encode());
            journal.sync();
        }
        Log log = new Log(record, table);
        open.put(record.identity(), log);
        return log;
    }

    private void append(int kind, byte[] record) {
        append(kind, record, record.length);
    }

    /** Adds a record, behind what is owed. */
    private void append(int kind, byte[] record, int length) {
        while (!owed.isEmpty()) {
            Owed first = owed.element();
            journal.append(first.kind(), first.record(), 0, first.record().length);
            owed.remove();
        }
        journal.append(kind, record, 0, length);
        meter.noted(journal.bytes());
    }

    /** Adds a record now or, while the disk is full, before whatever is added next. */
    private void owe(int kind, byte[] record) {
        try {
            append(kind, record);
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            owed.add(new Owed(kind, record));
        }
    }

    @Override
    public void tick(TickRecord record) {
        append(TickRecord.KIND, record.encode());
    }

    @Override
    public void began(PipelineRecord record) {
        append(PipelineRecord.KIND, record.encode());
    }

    @Override
    public void ended(String pipeline) {
        owe(PipelineEnd.KIND, new PipelineEnd(pipeline).encode());
    }

    @Override
    public void sync() {
        journal.sync();
        meter.synced(journal.bytes());
    }

    /** What keeping the database has cost so far; any thread may ask. */
    public DurabilityFigures figures() {
        return meter.figures();
    }

    /** When checkpoints are taken. */
    public CheckpointPolicy policy() {
        return policy;
    }

    /** Says when checkpoints are taken from now on; any thread may. */
    public void setPolicy(CheckpointPolicy value) {
        policy = value;
    }

    @Override
    public void requireWhole() {
        journal.requireWhole();
    }

    @Override
    public boolean isCheckpointDue() {
        if (writing.isPresent()) {
            if (!writing.get().isDone()) {
                return false;
            }
            settle();
        }
        boolean isLong = journal.bytes() - bytesThen >= policy.bytes();
        boolean isOld = clock.nanos() - takenAt >= policy.interval().toNanos();
        return (isLong || isOld || isAlone) && journal.lastSequence() != base.sequence();
    }

    @Override
    public long noted() {
        return journal.bytes();
    }

    @Override
    public boolean isTooLong(long since) {
        return journal.bytes() - since >= policy.heldBytes();
    }

    @Override
    public void checkpoint(long tick, int shards, Map<String, Archivable> parts) {
        awaitCheckpoint();
        if (!owed.isEmpty()) {
            return;
        }
        journal.sync();
        if (journal.lastSequence() != base.sequence()) {
            begin(tick, shards, parts, false);
        }
    }

    @Override
    public Optional<PinnedCheckpoint> pin(long tick, int shards, Map<String, Archivable> parts) {
        if (writing.isPresent() && !writing.get().isDone()) {
            return Optional.empty();
        }
        awaitCheckpoint();
        journal.sync();
        Manifest last = base;
        if (journal.lastSequence() == last.sequence()) {
            checkpoints.pin(last);
            return Optional.of(new PinnedCheckpoint(checkpoints, () -> last));
        }
        begin(tick, shards, parts, true);
        return Optional.of(new PinnedCheckpoint(checkpoints, writing.get()::result));
    }

    /** Returns when the checkpoint is written, good or bad, that is being written now; for other threads than the loop's. */
    public void awaitWriting() {
        writing.ifPresent(BackgroundWork.Task::await);
    }

    private void begin(long tick, int shards, Map<String, Archivable> parts, boolean pinned) {
        long begin = meter.now();
        Map<String, Archivable> all = new LinkedHashMap<>();
        definitions.ifPresent(changed -> all.put(ChangedDefinitions.PART, changed));
        List<TableRecord> tables = open.values().stream().map(log -> log.record).toList();
        all.put(CheckpointHeader.PART, new CheckpointHeader(shards, tables));
        all.putAll(parts);
        takenAt = clock.nanos();
        bytesThen = journal.bytes();
        isAlone = false;
        PendingCheckpoint pending = pages.capture(all);
        meter.captured(begin, pending.bytesToWrite());
        long sequence = journal.lastSequence();
        List<Manifest> retained = new ArrayList<>(kept.subList(0, Math.min(kept.size(), policy.kept() - 1)));
        writing = Optional.of(background.begin(() -> write(pending, sequence, tick, retained, pinned)));
    }

    private Manifest write(
            PendingCheckpoint pending, long sequence, long tick, List<Manifest> retained, boolean pinned) {
        Manifest manifest;
        try (pending;
                CheckpointWriter writer = checkpoints.begin()) {
            manifest = pending.write(writer, sequence, tick);
        }
        if (pinned) {
            checkpoints.pin(manifest);
        }
        retained.add(0, manifest);
        checkpoints.retain(retained.toArray(Manifest[]::new));
        return manifest;
    }

    @Override
    public void awaitCheckpoint() {
        if (writing.isPresent()) {
            settle();
        }
    }

    private void finish() {
        BackgroundWork.Task<Manifest> task = writing.orElseThrow();
        writing = Optional.empty();
        base = task.result();
        keep(base);
        journal.startSegment();
        journal.deleteUpTo(kept.get(kept.size() - 1).sequence());
    }

    @Override
    public void checkpoint(long tick, int shards, Map<String, Archivable> parts, ChangedDefinitions changed) {
        awaitCheckpoint();
        append(DefinitionsRecord.KIND, new DefinitionsRecord(0).encode());
        journal.sync();
        Optional<ChangedDefinitions> before = definitions;
        definitions = Optional.of(changed);
        try {
            begin(tick, shards, parts, false);
            finish();
        } catch (LeatException e) {
            definitions = before;
            throw e;
        }
        writeAgain();
    }

    /** The checkpoints before do not fit definitions that have changed: so that one is never alone, it is written twice. */
    private void writeAgain() {
        isAlone = true;
        try {
            base = checkpoints.writeAgain(base);
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            LOG.warn(
                    "a checkpoint with changed definitions is there once only until another follows: {}",
                    e.getMessage());
            return;
        }
        isAlone = false;
        keep(base);
        checkpoints.retain(kept.toArray(Manifest[]::new));
    }

    private void keep(Manifest latest) {
        kept.add(0, latest);
        while (kept.size() > policy.kept()) {
            kept.remove(kept.size() - 1);
        }
    }

    @Override
    public boolean isScriptBehind() {
        return definitions.isPresent();
    }

    @Override
    public void scriptWritten() {
        if (isAlone) {
            writeAgain();
        }
        definitions = Optional.empty();
        append(DefinitionsRecord.KIND, new DefinitionsRecord(base.sequence()).encode());
        journal.sync();
    }

    /** The script of the definitions that count, if one was found that may have been written before they changed. */
    public String script(String found) {
        return definitions.map(changed -> changed.script(found)).orElse(found);
    }

    /** A checkpoint that could not be written for want of room is taken again later; the journal goes on until then. */
    private void settle() {
        try {
            finish();
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DISK_FULL) {
                throw e;
            }
            LOG.warn("no checkpoint was taken, the journal goes on: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        background.close();
        journal.close();
    }

    /** The types of columns as SQL. */
    static String text(List<DataType> types) {
        return types.stream().map(DataType::toString).collect(Collectors.joining(", "));
    }

    /** A record that is to be added as soon as there is room. */
    private record Owed(int kind, byte[] record) {}

    /** The changes of one table. */
    private final class Log implements RowLog {
        private final TableRecord record;
        private final RowEncoding encoding;

        Log(TableRecord record, StoredTable table) {
            this.record = record;
            this.encoding = new RowEncoding(table.types());
        }

        @Override
        public long identity() {
            return record.identity();
        }

        @Override
        public void append(long tick, long clockMillis, ZSet rows, long watermark) {
            ChangeRecord.begin(record.identity(), tick, clockMillis, watermark, buffer);
            encoding.append(rows, buffer);
            DurableState.this.append(ChangeRecord.KIND, buffer.bytes(), buffer.length());
        }

        @Override
        public void close() {
            open.remove(record.identity());
        }
    }
}
