package io.leat.executor.lookup;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.LookupJoin;
import io.leat.core.type.DataType;
import io.leat.executor.kernel.Selection;
import io.leat.executor.state.RowMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects pairs by the numbers of their rows; the values of both sides are gathered for many pairs at once. */
final class LookupOutput {
    private final List<DataType> rightTypes;
    private final RowMultimap right;
    private final int[] leftRows;
    private final int[] rightRows;
    private final List<Chunk> chunks = new ArrayList<>();
    private Chunk left;
    private boolean[] matched;
    private int count;

    LookupOutput(LookupJoin plan, RowMultimap right, int chunkRows) {
        this.rightTypes = plan.right().schema().types();
        this.right = right;
        this.leftRows = new int[chunkRows];
        this.rightRows = new int[chunkRows];
    }

    /** Turns to the rows of a chunk. */
    void begin(Chunk chunk) {
        left = chunk;
        matched = new boolean[chunk.size()];
    }

    /** Adds a row of the chunk with a remembered one. */
    void addPair(int row, int found) {
        leftRows[count] = row;
        rightRows[count++] = found;
    }

    boolean isFull() {
        return count == leftRows.length;
    }

    /** Puts out those of the collected pairs that match. */
    void flush(Function<Chunk, Selection> matching) {
        if (count == 0) {
            return;
        }
        Chunk pairs = pairs();
        Selection passed = matching.apply(pairs);
        for (int i = 0; i < passed.count(); i++) {
            matched[leftRows[passed.row(i)]] = true;
        }
        chunks.add(passed.of(pairs));
        count = 0;
    }

    private Chunk pairs() {
        boolean each = count == left.size() && isEach();
        List<Column> columns = new ArrayList<>((each ? left : left.gather(leftRows, count)).columns());
        columns.addAll(right.gather(rightRows, count));
        return new Chunk(count, columns, weights());
    }

    /** Whether every row of the chunk stands there once and in order, as when each has one match. */
    private boolean isEach() {
        for (int i = 0; i < count; i++) {
            if (leftRows[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** The products of both weights; null if all are 1. */
    private long[] weights() {
        long[] weights = new long[count];
        boolean all = true;
        for (int i = 0; i < count; i++) {
            weights[i] = left.weight(leftRows[i]) * right.weight(rightRows[i]);
            all &= weights[i] == 1;
        }
        return all ? null : weights;
    }

    /** Adds the rows of the chunk that had no match, with NULLs on the right. */
    void addUnmatched() {
        int[] rows = new int[left.size()];
        int alone = 0;
        for (int row = 0; row < matched.length; row++) {
            if (!matched[row]) {
                rows[alone++] = row;
            }
        }
        if (alone > 0) {
            chunks.add(withNulls(left.gather(rows, alone)));
        }
    }

    private Chunk withNulls(Chunk rows) {
        List<Column> columns = new ArrayList<>(rows.columns());
        rightTypes.forEach(type -> columns.add(nulls(type, rows.size())));
        return rows.withColumns(columns);
    }

    private static Column nulls(DataType type, int size) {
        ColumnBuilder nulls = ColumnBuilder.of(type, size);
        for (int i = 0; i < size; i++) {
            nulls.appendNull();
        }
        return nulls.build();
    }

    /** Everything that was put out. */
    ZSet toZSet() {
        return ZSet.of(chunks);
    }
}
