package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.source.InsertedRows;
import io.leat.executor.state.KeyedRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A table without a connector: its rows come by INSERT, UPDATE and DELETE and are kept. */
public final class OrdinaryTable extends LiveTable {
    private final InsertedRows inserted;
    private final Schema schema;
    private final int chunkRows;
    private final Content content;
    private final Optional<KeyedRows> keyed;
    private final ReentrantLock writing = new ReentrantLock();
    private ZSet pending = ZSet.EMPTY;

    OrdinaryTable(TableDefinition definition, int chunkRows) {
        super(definition);
        this.inserted = new InsertedRows(definition);
        this.schema = circuitSchema(definition);
        this.chunkRows = chunkRows;
        List<DataType> types = schema.types();
        this.content = new Content(types, chunkRows);
        this.keyed = keyedRows(definition, chunkRows);
    }

    /**
     * Held by a statement from before it reads what it is about to change until it has changed it, so that none overwrites
     * what another has written in between.
     */
    public Lock writing() {
        return writing;
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
     * @throws LeatException if one cannot be computed, then none is added; NOT_ALLOWED if the table has ended
     */
    public void insert(Chunk stored) {
        requireNotEnded();
        ZSet rows = ZSet.of(inserted.complete(stored));
        change(keyed.map(latest -> latest.upsert(rows)).orElse(rows));
    }

    /** Removes rows and adds others; both have the stored columns. */
    public void replace(Chunk removedStored, Chunk addedStored) {
        requireNotEnded();
        ZSet removed = ZSet.of(inserted.complete(removedStored)).negate();
        ZSet added = ZSet.of(inserted.complete(addedStored));
        change(keyed.map(latest -> latest.upsert(removed).plus(latest.upsert(added)))
                .orElseGet(() -> removed.plus(added)));
    }

    private void change(ZSet change) {
        if (keyed.isEmpty()) {
            content.apply(change);
        }
        pending = pending.plus(Content.consolidate(change, schema.types(), chunkRows));
    }

    /** Moves event time on by hand, to a time or to the end of all time. */
    public void advance(long time) {
        if (time == Long.MAX_VALUE) {
            inserted.end();
        } else {
            inserted.advance(time);
        }
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
    long intake(InputNode input) {
        ZSet change = pending;
        pending = ZSet.EMPTY;
        long before = input.watermark();
        input.offer(change);
        input.advance(watermark());
        return change.rows() + (before == input.watermark() ? 0 : 1);
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
        // holds nothing but memory
    }
}
