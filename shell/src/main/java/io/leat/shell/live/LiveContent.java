package io.leat.shell.live;

import io.leat.core.type.Schema;
import io.leat.engine.Change;
import io.leat.engine.Changes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of a view as they are now, and the cells that changed lately. A cell has changed if a row went and a row came in
 * the same tick that agree in the columns left of it. Safe from any thread.
 */
public final class LiveContent {
    private final RowOrder order;
    private final TreeMap<List<Object>, Long> rows;
    private final Map<List<Object>, Mark> marks = new HashMap<>();
    private long tick;
    private long changes;
    private long size;
    private boolean filled;

    /** Changed cells of a row, and when they changed. */
    private record Mark(BitSet cells, long nanos) {}

    /**
     * A row to be drawn.
     *
     * @param values its values
     * @param changed the cells that changed lately
     */
    public record Line(List<Object> values, BitSet changed) {}

    /** Empty content. */
    public LiveContent(Schema schema) {
        order = new RowOrder(schema);
        rows = new TreeMap<>(order);
    }

    /** Takes in what one tick changed. */
    public synchronized void apply(Changes tickChanges, long nanos) {
        TreeSet<List<Object>> gone = new TreeSet<>(order);
        List<List<Object>> come = new ArrayList<>();
        for (Change change : tickChanges.changes()) {
            List<Object> values = change.row().values();
            add(values, change.weight());
            if (change.weight() < 0) {
                gone.add(values);
                marks.remove(values);
            } else {
                come.add(values);
            }
        }
        if (filled) {
            come.forEach(row -> marks.put(row, new Mark(changedCells(row, gone), nanos)));
        }
        filled = true;
        tick = tickChanges.tick();
        changes += tickChanges.changes().size();
    }

    private void add(List<Object> values, long weight) {
        size += weight;
        rows.merge(values, weight, (before, added) -> before + added == 0 ? null : before + added);
    }

    private static BitSet all(int columns) {
        BitSet cells = new BitSet();
        cells.set(0, columns);
        return cells;
    }

    private static BitSet changedCells(List<Object> row, TreeSet<List<Object>> gone) {
        List<Object> before = nearest(row, gone);
        if (before == null) {
            return all(row.size());
        }
        BitSet cells = new BitSet();
        for (int i = 0; i < row.size(); i++) {
            cells.set(i, RowOrder.commonColumns(row.subList(i, i + 1), before.subList(i, i + 1)) == 0);
        }
        return cells;
    }

    /** The row that went and agrees in most columns from the left; null if none agrees even in the first. */
    private static List<Object> nearest(List<Object> row, TreeSet<List<Object>> gone) {
        List<Object> floor = gone.floor(row);
        List<Object> ceiling = gone.ceiling(row);
        int below = floor == null ? 0 : RowOrder.commonColumns(row, floor);
        int above = ceiling == null ? 0 : RowOrder.commonColumns(row, ceiling);
        if (below == 0 && above == 0) {
            return null;
        }
        return below >= above ? floor : ceiling;
    }

    /**
     * Rows to be drawn.
     *
     * @param from how many rows are left out at the top
     * @param count how many are wanted
     * @param markedSince cells that changed before that are not marked any more
     */
    public synchronized List<Line> lines(int from, int count, long markedSince) {
        marks.values().removeIf(mark -> mark.nanos() - markedSince < 0);
        List<Line> lines = new ArrayList<>();
        long index = 0;
        for (Map.Entry<List<Object>, Long> entry : rows.entrySet()) {
            for (long copy = 0; copy < entry.getValue() && index < from + count; copy++, index++) {
                if (index >= from) {
                    Mark mark = marks.get(entry.getKey());
                    lines.add(new Line(entry.getKey(), mark == null ? new BitSet() : mark.cells()));
                }
            }
            if (index >= from + count) {
                break;
            }
        }
        return lines;
    }

    /** The tick of the last change. */
    public synchronized long tick() {
        return tick;
    }

    /** How many changes there have been. */
    public synchronized long changes() {
        return changes;
    }

    /** How many rows there are. */
    public synchronized long size() {
        return size;
    }
}
