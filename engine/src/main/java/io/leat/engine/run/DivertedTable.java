package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Rows that were kept out of where they belong. They only come; of many the latest are kept, in segments of which the oldest
 * goes as a whole. That a row is no longer kept does not change what was computed from it.
 */
public final class DivertedTable extends LiveTable implements Archivable {
    private static final int SEGMENTS = 16;

    private final List<DataType> types;
    private final long segmentRows;
    private final BooleanSupplier ended;
    private final List<Content> segments = new ArrayList<>();
    private final long[] counts = new long[SEGMENTS];
    private final int chunkRows;
    private int newest;
    private ZSet pending = ZSet.EMPTY;

    /**
     * A table that is empty.
     *
     * @param maxRows how many rows are kept at most
     * @param ended whether nothing more can come
     */
    DivertedTable(TableDefinition definition, long maxRows, int chunkRows, BooleanSupplier ended) {
        super(definition);
        this.types = definition.schema().types();
        this.segmentRows = Math.max(1, maxRows / SEGMENTS);
        this.chunkRows = chunkRows;
        this.ended = ended;
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(new Content(types, chunkRows));
        }
    }

    /** Adds rows, which come in with the next tick. */
    void add(ZSet rows) {
        pending = pending.plus(rows);
    }

    /** Forgets everything: what its rows came from is read once more. */
    void clear() {
        for (int i = 0; i < SEGMENTS; i++) {
            empty(i);
        }
        pending = ZSet.EMPTY;
    }

    private void empty(int segment) {
        segments.set(segment, new Content(types, chunkRows));
        counts[segment] = 0;
    }

    private void keep(ZSet rows) {
        for (Chunk chunk : rows.chunks()) {
            if (counts[newest] >= segmentRows) {
                newest = (newest + 1) % SEGMENTS;
                empty(newest);
            }
            segments.get(newest).apply(ZSet.of(chunk));
            counts[newest] += chunk.size();
        }
    }

    /** How many rows are kept. */
    public long rows() {
        long rows = 0;
        for (long count : counts) {
            rows += count;
        }
        return rows;
    }

    @Override
    boolean hasHistory() {
        return rows() > 0;
    }

    @Override
    Feed history(boolean endsForGood) {
        return new ContentFeed(content(), watermark());
    }

    @Override
    boolean isWaiting(InputNode input) {
        return !pending.isEmpty() || isEnded() && !input.isEnded();
    }

    @Override
    long offer(InputNode input) {
        ZSet rows = pending;
        pending = ZSet.EMPTY;
        keep(rows);
        input.offer(rows);
        input.advance(watermark());
        return rows.rows();
    }

    @Override
    Map<String, Archivable> parts() {
        String identity = definition().name().toLowerCase(Locale.ROOT) + " "
                + Integer.toHexString(Objects.hash(
                        types.toString(), definition().schema().fields().toString()));
        return Map.of("diverted " + identity, this);
    }

    @Override
    public void archive(StateArchive archive) {
        newest = archive.number(newest);
        for (int i = 0; i < SEGMENTS; i++) {
            counts[i] = archive.number(counts[i]);
            segments.get(i).archive(archive);
        }
    }

    @Override
    ZSet content() {
        ZSet all = ZSet.EMPTY;
        for (int i = 1; i <= SEGMENTS; i++) {
            all = all.plus(segments.get((newest + i) % SEGMENTS).snapshot());
        }
        return all;
    }

    @Override
    public boolean isEnded() {
        return ended.getAsBoolean();
    }

    @Override
    public long watermark() {
        return isEnded() ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    @Override
    void close() {
        // holds nothing
    }
}
