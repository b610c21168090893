package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.executor.state.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects numbers of rows with their sessions, and gathers their columns a chunk at a time. */
final class SessionOutput {
    private static final int INITIAL_ROWS = 64;

    private final RowTable table;
    private final int chunkRows;
    private final List<Chunk> chunks = new ArrayList<>();
    private int[] rows;
    private long[] starts;
    private long[] ends;
    private long[] weights;
    private boolean allOne = true;
    private int count;

    SessionOutput(RowTable table, int chunkRows) {
        this.table = table;
        this.chunkRows = chunkRows;
        begin();
    }

    private void begin() {
        int capacity = Math.min(INITIAL_ROWS, chunkRows);
        rows = new int[capacity];
        starts = new long[capacity];
        ends = new long[capacity];
        weights = new long[capacity];
        allOne = true;
        count = 0;
    }

    /** A row whose weight in a session changed; a change of 0 is none. */
    void add(int row, long start, long end, long weight) {
        if (weight == 0) {
            return;
        }
        if (count == rows.length) {
            makeRoom();
        }
        rows[count] = row;
        starts[count] = start;
        ends[count] = end;
        weights[count++] = weight;
        allOne &= weight == 1;
    }

    private void makeRoom() {
        if (count == chunkRows) {
            finishChunk();
            return;
        }
        int capacity = Math.min(chunkRows, count * 2);
        rows = Arrays.copyOf(rows, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        weights = Arrays.copyOf(weights, capacity);
    }

    private void finishChunk() {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = ends[i] - 1;
        }
        List<Column> columns = new ArrayList<>(table.gather(rows, count));
        columns.add(new LongColumn(starts, null, count));
        columns.add(new LongColumn(ends, null, count));
        columns.add(new LongColumn(times, null, count));
        chunks.add(new Chunk(count, columns, allOne ? null : weights));
        begin();
    }

    /** All that was collected. From then on rows may be forgotten. */
    ZSet finish() {
        if (count > 0) {
            finishChunk();
        }
        return ZSet.of(chunks);
    }
}
