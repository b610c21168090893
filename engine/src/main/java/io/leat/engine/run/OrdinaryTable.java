package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.engine.durable.Durability;
import io.leat.engine.durable.RowLog;
import io.leat.engine.durable.StoredTable;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.source.InsertedRows;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.KeyedRows;
import io.leat.executor.state.StateArchive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A table without a connector: its rows come by INSERT, UPDATE and DELETE and are kept. */
public final class OrdinaryTable extends LiveTable implements StoredTable {
    private final InsertedRows inserted;
    private final Schema schema;
    private final Content content;
    private final Optional<KeyedRows> keyed;
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);
    private final Diversion diversion;
    private RowLog log = RowLog.NONE;
    private ZSet pending = ZSet.EMPTY;

    OrdinaryTable(TableDefinition definition, int chunkRows) {
        super(definition);
        this.inserted = new InsertedRows(definition);
        this.schema = circuitSchema(definition);
        List<DataType> types = schema.types();
        this.content = new Content(types, chunkRows);
        this.keyed = keyedRows(definition, chunkRows);
        this.diversion = new Diversion(definition, chunkRows, this::isEnded);
    }

    @Override
    Optional<Diversion> diversion() {
        return Optional.of(diversion);
    }

    /** Gives it back what was kept of it, and keeps what comes. */
    void keep(Durability store) {
        log = store.open(this);
    }

    /**
     * Held by a statement from before it reads what it is about to change until it has changed it, so that none overwrites
     * what another has written in between.
     */
    public Lock writing() {
        return writing.writeLock();
    }

    /** Held by a statement while it adds rows that do not depend on what the table contains; several may. */
    public Lock adding() {
        return writing.readLock();
    }

    private void requireNotEnded() {
        if (isEnded()) {
            throw LeatException.of(
                            ErrorCode.NOT_ALLOWED,
                            "table \"" + definition().name() + "\" has ended and takes no more rows")
                    .hint("Its watermark was advanced to the end, which says that no more rows will come.");
        }
    }

    /**
     * Adds rows that have the stored columns; in a keyed table each replaces the row of its key. They are in the circuit
     * after the next tick.
     *
     * @param tick the number of that tick
     * @param millis its time, in milliseconds since 1970
     * @throws LeatException if one cannot be computed or written down, then none is added; NOT_ALLOWED if the table has
     *     ended
     */
    public void insert(Chunk stored, long tick, long millis) {
        requireNotEnded();
        long before = inserted.watermark();
        change(ZSet.of(inserted.complete(stored)), before, tick, millis);
    }

    /** Removes rows and adds others in a tick; both have the stored columns. */
    public void replace(Chunk removedStored, Chunk addedStored, long tick, long millis) {
        requireNotEnded();
        long before = inserted.watermark();
        ZSet removed = ZSet.of(inserted.complete(removedStored)).negate();
        ZSet added = ZSet.of(inserted.complete(addedStored));
        change(removed.plus(added), before, tick, millis);
    }

    private void change(ZSet rows, long watermarkBefore, long tick, long millis) {
        try {
            log.append(tick, millis, rows, watermark());
        } catch (RuntimeException e) {
            inserted.setWatermark(watermarkBefore);
            throw e;
        }
        ZSet change = apply(rows);
        pending = pending.plus(Content.consolidate(change, schema.types()));
    }

    private ZSet apply(ZSet rows) {
        if (keyed.isPresent()) {
            return keyed.get().upsert(rows);
        }
        content.apply(rows);
        return rows;
    }

    @Override
    public void redo(ZSet rows, long watermark) {
        ZSet change = apply(rows);
        pending = pending.plus(Content.consolidate(change, schema.types()));
        inserted.setWatermark(watermark);
    }

    @Override
    public void archive(StateArchive archive) {
        long time = archive.number(watermark());
        if (archive.isRestoring()) {
            inserted.setWatermark(time);
        }
        if (keyed.isPresent()) {
            keyed.get().archive(archive);
        } else {
            content.archive(archive);
        }
    }

    @Override
    Map<String, Archivable> parts() {
        return log == RowLog.NONE ? Map.of() : Map.of("rows " + log.identity(), this);
    }

    /** Moves event time on by hand, to a time or to the end of all time, in a tick. */
    public void advance(long time, long tick, long millis) {
        if (time > watermark()) {
            log.append(tick, millis, ZSet.EMPTY, time);
            inserted.setWatermark(time);
        }
    }

    @Override
    public String name() {
        return definition().name();
    }

    @Override
    public List<DataType> types() {
        return schema.types();
    }

    @Override
    boolean hasHistory() {
        return rows() > 0 || inserted.watermark() != Long.MIN_VALUE;
    }

    @Override
    Feed history(boolean endsForGood) {
        return new ContentFeed(content(), watermark());
    }

    @Override
    boolean isWaiting(InputNode input) {
        return !pending.isEmpty() || watermark() > input.watermark();
    }

    @Override
    long offer(InputNode input) {
        ZSet change = pending;
        pending = ZSet.EMPTY;
        diversion.arrived(change);
        input.offer(change);
        input.advance(watermark());
        return change.rows();
    }

    @Override
    public ZSet content() {
        return keyed.map(KeyedRows::content).orElseGet(content::snapshot);
    }

    /** How many different rows it contains. */
    public long rows() {
        return keyed.map(KeyedRows::rows).orElseGet(content::rows);
    }

    @Override
    public boolean isEnded() {
        return inserted.isEnded();
    }

    @Override
    public long watermark() {
        return inserted.watermark();
    }

    @Override
    void close() {
        log.close();
    }
}
