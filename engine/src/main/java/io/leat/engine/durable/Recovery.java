package io.leat.engine.durable;

import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.progress.OpeningProgress.Stage;
import io.leat.engine.progress.OpeningWatch;
import io.leat.executor.checkpoint.Blob;
import io.leat.executor.checkpoint.CheckpointPages;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.journal.Journal;
import io.leat.executor.journal.JournalRecord;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import io.leat.executor.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a database directory keeps: the last checkpoint that is whole, and the journal after it. A damaged checkpoint
 * gives way to the one before, as long as the journal reaches back to that.
 */
final class Recovery implements Recovered {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Checkpoints checkpoints;
    private final CheckpointPages pages;
    private final DurabilityMeter meter;
    private final PageTrust trust;
    private final Manifest base;
    private final Journal journal;
    private final Map<String, TableRecord> tables = new LinkedHashMap<>();
    private final Map<Long, StoredTable> opened = new HashMap<>();
    /** Views and jobs that ended after the checkpoint: what it has of their names was of others. */
    private final Set<String> ended = new HashSet<>();

    /** Plans and names of views and jobs that began after the checkpoint: what it has of them was of namesakes. */
    private final Set<String> begunAnew = new HashSet<>();

    /** Where those begin in the journal that have not ended in it, by name and plan: the last time of each. */
    private final Map<String, Map<String, PipelineRecord>> begun = new HashMap<>();

    private List<Noted> noted = new ArrayList<>();
    private OptionalInt shards = OptionalInt.empty();
    private Optional<ChangedDefinitions> definitions = Optional.empty();
    private long lastTick;

    /**
     * Reads everything but the state.
     *
     * @throws LeatException DATA_CORRUPTED or FOREIGN_FORMAT; nothing has been changed then
     */
    Recovery(
            Storage storage,
            UUID identity,
            long segmentBytes,
            CheckpointPages pages,
            DurabilityMeter meter,
            PageTrust trust) {
        this.pages = pages;
        this.meter = meter;
        this.trust = trust;
        DatabaseLayout layout = new DatabaseLayout(storage);
        checkpoints = layout.checkpoints(identity);
        base = lastWhole();
        lastTick = base.tick();
        base.blob(CheckpointHeader.PART).ifPresent(this::readHeader);
        base.blob(ChangedDefinitions.PART).ifPresent(this::readDefinitions);
        journal = Journal.open(layout.journal(), identity, segmentBytes, base.sequence(), this::look);
    }

    private Manifest lastWhole() {
        for (long number : checkpoints.numbers()) {
            try {
                Manifest found = checkpoints.find(number);
                return isLookedAt(found) ? checkpoints.load(number) : found;
            } catch (LeatException e) {
                if (e.code() != ErrorCode.DATA_CORRUPTED) {
                    throw e;
                }
                LOG.warn("checkpoint {} cannot be used, trying the one before: {}", number, e.getMessage());
            }
        }
        return Manifest.NOTHING;
    }

    /** Definitions that changed with a checkpoint may be written down before its other pages are read, for good. */
    private boolean isLookedAt(Manifest found) {
        return trust.looksFirst() || found.blob(ChangedDefinitions.PART).isPresent();
    }

    /** Whether no other checkpoint is there that was taken at the same moment and is whole. */
    boolean isBaseAlone() {
        return checkpoints.numbers().stream()
                .filter(number -> number != base.number())
                .noneMatch(this::isLikeBase);
    }

    private boolean isLikeBase(long number) {
        try {
            return checkpoints.find(number).sequence() == base.sequence()
                    && checkpoints.load(number).tick() == base.tick();
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DATA_CORRUPTED) {
                throw e;
            }
            return false;
        }
    }

    private void readHeader(Blob blob) {
        CheckpointHeader header = new CheckpointHeader(0, List.of());
        trust.use(() -> pages.restore(blob, checkpoints, header));
        shards = OptionalInt.of(header.shards());
        header.tables().forEach(table -> tables.put(table.key(), table));
    }

    /** Looks at a record when the journal is opened: who takes the place of whom, and how far it reaches. */
    private void look(JournalRecord record) {
        switch (record.kind()) {
            case TableRecord.KIND -> {
                TableRecord table = TableRecord.decode(record.payload());
                tables.put(table.key(), table);
            }
            case ChangeRecord.KIND -> {
                ChangeRecord change = new ChangeRecord(record.payload());
                keep(change, change.tick());
            }
            case PipelineRecord.KIND, PipelineRecord.KIND_WITHOUT_TIME -> {
                PipelineRecord pipeline = PipelineRecord.decode(record.kind(), record.payload());
                String key = TableRecord.key(pipeline.name());
                begunAnew.add(pipeline.fingerprint() + " " + key);
                noted.remove(begun.computeIfAbsent(key, name -> new HashMap<>()).put(pipeline.fingerprint(), pipeline));
                keep(pipeline, pipeline.tick());
            }
            case TickRecord.KIND -> {
                TickRecord tick = TickRecord.decode(record.payload());
                keep(tick, tick.tick());
            }
            case DefinitionsRecord.KIND -> meet(DefinitionsRecord.decode(record.payload()));
            case PipelineEnd.KIND ->
                end(TableRecord.key(PipelineEnd.decode(record.payload()).name()));
            default ->
                throw LeatException.of(
                                ErrorCode.FOREIGN_FORMAT, "the journal has a record of unknown kind " + record.kind())
                        .hint("It was written by a newer version of Leat.");
        }
    }

    /** An older checkpoint was followed by what other definitions computed. */
    private void meet(DefinitionsRecord record) {
        if (record.checkpoint() > base.sequence()) {
            throw LeatException.of(
                            ErrorCode.DATA_CORRUPTED,
                            "the checkpoint with which a view was replaced cannot be used, and the one before does not fit")
                    .hint("Go back to a savepoint, or put the directory back from a copy.");
        }
        definitions = record.checkpoint() == 0 ? definitions : Optional.empty();
    }

    /** Definitions that changed with the checkpoint, if their script may not have been written. */
    Optional<ChangedDefinitions> definitions() {
        return definitions;
    }

    private void readDefinitions(Blob blob) {
        ChangedDefinitions changed = new ChangedDefinitions("", "");
        pages.restore(blob, checkpoints, changed);
        definitions = Optional.of(changed);
    }

    /** Whatever has had a name until now does not begin when the journal is gone through: its namesake may. */
    private void end(String key) {
        ended.add(key);
        Map<String, PipelineRecord> gone = begun.remove(key);
        if (gone != null) {
            noted.removeAll(gone.values());
        }
    }

    private void keep(Noted record, long tick) {
        noted.add(record);
        lastTick = Math.max(lastTick, tick);
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

    /**
     * What was written down of a table that is opened now.
     *
     * @throws LeatException FOREIGN_FORMAT if that was with other columns
     */
    Optional<TableRecord> open(StoredTable table, String types) {
        TableRecord found = tables.remove(TableRecord.key(table.name()));
        if (found == null) {
            return Optional.empty();
        }
        if (!types.equals(found.types())) {
            throw LeatException.of(
                            ErrorCode.FOREIGN_FORMAT,
                            "the rows of table \"" + table.name() + "\" were written with other columns")
                    .detail("they have " + found.types() + ", catalog.sql says " + types)
                    .hint(
                            "Put the statement in catalog.sql back as it was. Columns of a table with rows stay as they are.");
        }
        opened.put(found.identity(), table);
        return Optional.of(found);
    }

    @Override
    public long tick() {
        return base.tick();
    }

    @Override
    public long lastTick() {
        return lastTick;
    }

    @Override
    public OptionalInt shards() {
        return shards;
    }

    @Override
    public boolean hasEnded(String name) {
        return ended.contains(TableRecord.key(name));
    }

    @Override
    public boolean hasPipeline(String part, String name) {
        return base.blob(part).isPresent()
                && !hasEnded(name)
                && begunAnew.stream().noneMatch(part::endsWith);
    }

    @Override
    public boolean hasAll(Iterable<String> parts) {
        for (String part : parts) {
            if (base.blob(part).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void restore(Map<String, Archivable> parts, Shards shards) {
        restore(parts, shards, bytes -> {});
    }

    @Override
    public void restore(Map<String, Archivable> parts, Shards shards, OpeningWatch watch) {
        watch.begin(Stage.READING_STATE, bytes(parts.keySet()));
        restore(parts, shards, watch::advance);
    }

    private void restore(Map<String, Archivable> parts, Shards shards, LongConsumer read) {
        meter.reading(() -> trust.use(() -> pages.restore(base, checkpoints, parts, shards, read)));
    }

    private long bytes(Set<String> parts) {
        return parts.stream()
                .flatMap(part -> base.blob(part).stream())
                .mapToLong(Blob::bytes)
                .sum();
    }

    @Override
    public List<TickRecord> ticks() {
        return noted.stream()
                .filter(TickRecord.class::isInstance)
                .map(TickRecord.class::cast)
                .toList();
    }

    @Override
    public void replay(Replay replay, OpeningWatch watch) {
        watch.begin(Stage.COMPUTING_TICKS, lastTick - base.tick());
        meter.replaying(noted.size(), () -> replayAll(replay, watch));
        DurabilityFigures figures = meter.figures();
        LOG.debug(
                "found in {} ms, read back in {} ms, {} records replayed in {} ms",
                figures.finding().toMillis(),
                figures.reading().toMillis(),
                figures.replayedRecords(),
                figures.replaying().toMillis());
    }

    private void replayAll(Replay replay, OpeningWatch watch) {
        Map<Long, RowEncoding> encodings = new HashMap<>();
        long reached = base.tick();
        for (Noted record : noted) {
            if (record instanceof ChangeRecord change) {
                change(change, encodings, replay);
            } else if (record instanceof PipelineRecord pipeline) {
                replay.began(pipeline);
            } else if (record instanceof TickRecord tick) {
                replay.tick(tick);
            }
            watch.advance(Math.max(0, record.tick() - reached));
            reached = Math.max(reached, record.tick());
        }
        noted = List.of();
        opened.clear();
        tables.clear();
    }

    private void change(ChangeRecord change, Map<Long, RowEncoding> encodings, Replay replay) {
        StoredTable table = opened.get(change.table());
        if (table != null) {
            RowEncoding encoding =
                    encodings.computeIfAbsent(change.table(), identity -> new RowEncoding(table.types()));
            List<ZSet> rows = new ArrayList<>();
            encoding.decode(change.payload(), ChangeRecord.ROWS_AT, rows::add);
            rows.forEach(some -> replay.change(table, change, some));
        }
    }
}
