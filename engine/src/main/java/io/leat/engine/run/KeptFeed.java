package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The history of a relation whose content is kept: what it contains at first, and then what has changed since. Changes that
 * wait are added up when there are many, so that they take no more room than the relation itself, before and after.
 */
final class KeptFeed implements GrowingFeed {
    private final Node node;
    private final Runnable check;
    private final Supplier<ZSet> content;
    private final LongSupplier time;
    private final List<ZSet> changes = new ArrayList<>();
    private final int rowsMin;
    private long changedRows;
    private long rowsMax;
    private boolean begun;
    private ZSet next = ZSet.EMPTY;
    private boolean given = true;
    private long watermark = Long.MIN_VALUE;
    private long rows;

    /**
     * @param node where its changes come out
     * @param check throws if the relation has failed
     * @param content what it contains
     * @param time how far its event time has come
     * @param rowsMin fewer changes are not worth adding up
     */
    KeptFeed(Node node, Runnable check, Supplier<ZSet> content, LongSupplier time, int rowsMin) {
        this.node = node;
        this.check = check;
        this.content = content;
        this.time = time;
        this.rowsMin = rowsMin;
        this.rowsMax = rowsMin;
    }

    @Override
    public void grow() {
        check.run();
        next = begun ? sum() : content.get();
        begun = true;
        given = false;
        watermark = time.getAsLong();
        keep(ZSet.EMPTY);
    }

    private ZSet sum() {
        return ZSet.of(
                changes.stream().flatMap(change -> change.chunks().stream()).toList());
    }

    private void keep(ZSet change) {
        changes.clear();
        changes.add(change);
        changedRows = change.rows();
        rowsMax = Math.max(rowsMin, 2 * changedRows);
    }

    @Override
    public void watch() {
        ZSet change = node.output();
        if (begun && !change.isEmpty()) {
            changes.add(change);
            changedRows += change.rows();
            if (changedRows > rowsMax) {
                keep(Content.consolidate(sum(), node.schema().types()));
            }
        }
    }

    @Override
    public long left() {
        return given ? 0 : next.rows();
    }

    @Override
    public ReadingProgress progress() {
        return ReadingProgress.of(rows, rows, rows + next.rows());
    }

    @Override
    public ZSet next() {
        ZSet part = next;
        next = ZSet.EMPTY;
        given = true;
        rows += part.rows();
        return part;
    }

    @Override
    public boolean isExhausted() {
        return given;
    }

    @Override
    public long watermark() {
        return given ? watermark : Long.MIN_VALUE;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
