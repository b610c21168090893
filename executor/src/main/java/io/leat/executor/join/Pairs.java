package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rows of a chunk, each with a remembered row of the other side.
 *
 * @param probe the chunk's side
 * @param rows the chunk's rows
 * @param otherRows the remembered rows, in step
 */
record Pairs(JoinSide probe, Chunk chunk, int[] rows, JoinSide other, int[] otherRows, int count) {
    /** The pairs that were chosen. */
    Pairs select(Selection selection) {
        if (selection.isAll(count)) {
            return this;
        }
        int[] chosen = new int[selection.count()];
        int[] otherChosen = new int[selection.count()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = rows[selection.row(i)];
            otherChosen[i] = otherRows[selection.row(i)];
        }
        return new Pairs(probe, chunk, chosen, other, otherChosen, chosen.length);
    }

    /** All columns, those of the left side first. */
    List<Column> columns() {
        List<Column> near =
                new Chunk(chunk.size(), chunk.columns(), null).pick(rows, count).columns();
        List<Column> far = other.rows().gather(otherRows, count);
        List<Column> columns = new ArrayList<>(probe.left() ? near : far);
        columns.addAll(probe.left() ? far : near);
        return columns;
    }

    /** A chunk of which only the given columns hold values. */
    Chunk columns(Set<Integer> needed, int leftWidth, int width) {
        Column nothing = new LongColumn(new long[count], null, count);
        List<Column> columns = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            columns.add(needed.contains(i) ? column(i, leftWidth) : nothing);
        }
        return new Chunk(count, columns, null);
    }

    private Column column(int index, int leftWidth) {
        boolean isLeft = index < leftWidth;
        int place = isLeft ? index : index - leftWidth;
        return isLeft == probe.left()
                ? chunk.column(place).gather(rows, count)
                : other.rows().gather(place, otherRows, count);
    }

    /** The products of the rows' weights; null when all are 1. */
    long[] weights() {
        long[] weights = new long[count];
        boolean unit = true;
        for (int i = 0; i < count; i++) {
            weights[i] = chunk.weight(rows[i]) * other.rows().weight(otherRows[i]);
            unit &= weights[i] == 1;
        }
        return unit ? null : weights;
    }
}
