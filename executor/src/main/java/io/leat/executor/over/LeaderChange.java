package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.executor.state.RowMultimap;
import java.util.Arrays;
import java.util.List;

/** What one tick's rows change in the best of each partition. Values are turned so that greater is better. */
final class LeaderChange {
    private enum Fate {
        /** The best value is the same: its rows in the tick come or go. */
        SAME,
        /** The tick brought a better one. */
        RISEN,
        /** All of the best have gone. */
        SEARCH
    }

    private final LeadersOperator state;
    private final List<Chunk> chunks;
    private final List<Chunk> output;
    private final int[][] partitions;
    private final long[][] values;

    // By partition.
    private boolean[] touched = new boolean[0];
    private boolean[] inserted = new boolean[0];
    private long[] top = new long[0];
    private long[] topWeight = new long[0];
    private long[] bestWeight = new long[0];
    private Fate[] fates = new Fate[0];

    LeaderChange(LeadersOperator state, List<Chunk> chunks, List<Chunk> output) {
        this.state = state;
        this.chunks = chunks;
        this.output = output;
        this.partitions = new int[chunks.size()][];
        this.values = new long[chunks.size()][];
    }

    void apply() {
        for (int i = 0; i < partitions.length; i++) {
            Chunk chunk = chunks.get(i);
            partitions[i] = new int[chunk.size()];
            state.number(chunk, partitions[i]);
            values[i] = turned((LongColumn) chunk.column(state.valueColumn()), chunk.size());
            state.remember(chunk);
        }
        makeRoom(state.limit());
        for (int i = 0; i < partitions.length; i++) {
            findTop(chunks.get(i), partitions[i], values[i]);
        }
        for (int i = 0; i < partitions.length; i++) {
            weigh(chunks.get(i), partitions[i], values[i]);
        }
        int[] changed = decide();
        takeBack(changed);
        for (int i = 0; i < partitions.length; i++) {
            pass(chunks.get(i), partitions[i], values[i]);
        }
        settle();
        search(changed);
    }

    private long[] turned(LongColumn column, int size) {
        long[] turned = Arrays.copyOf(column.values(), size);
        for (int i = 0; !state.greatestFirst() && i < size; i++) {
            turned[i] = ~turned[i];
        }
        return turned;
    }

    private void makeRoom(int limit) {
        touched = new boolean[limit];
        inserted = new boolean[limit];
        top = new long[limit];
        topWeight = new long[limit];
        bestWeight = new long[limit];
        fates = new Fate[limit];
    }

    private void findTop(Chunk chunk, int[] numbers, long[] ofRows) {
        for (int row = 0; row < ofRows.length; row++) {
            int partition = numbers[row];
            touched[partition] = true;
            if (chunk.weight(row) > 0 && (!inserted[partition] || ofRows[row] > top[partition])) {
                inserted[partition] = true;
                top[partition] = ofRows[row];
            }
        }
    }

    private void weigh(Chunk chunk, int[] numbers, long[] ofRows) {
        for (int row = 0; row < ofRows.length; row++) {
            int partition = numbers[row];
            long value = ofRows[row];
            topWeight[partition] += inserted[partition] && value == top[partition] ? chunk.weight(row) : 0;
            bestWeight[partition] += value == state.best(partition) ? chunk.weight(row) : 0;
        }
    }

    /** Decides what becomes of each partition; answers those whose old leaders all go, ascending. */
    private int[] decide() {
        int[] changed = new int[touched.length];
        int count = 0;
        for (int partition = 0; partition < touched.length; partition++) {
            if (touched[partition]) {
                fates[partition] = fate(partition);
                changed[count] = partition;
                count += fates[partition] == Fate.SAME ? 0 : 1;
            }
        }
        return Arrays.copyOf(changed, count);
    }

    private Fate fate(int partition) {
        boolean had = state.bestRows(partition) > 0;
        if (inserted[partition] && (!had || top[partition] > state.best(partition))) {
            return topWeight[partition] > 0 ? Fate.RISEN : Fate.SEARCH;
        }
        return had && state.bestRows(partition) + bestWeight[partition] > 0 ? Fate.SAME : Fate.SEARCH;
    }

    /** Takes back the old leaders of partitions. */
    private void takeBack(int[] changed) {
        RowMultimap leaders = state.leaders();
        RowNumbers old = new RowNumbers();
        for (int key : state.keysIn(leaders, changed, changed.length)) {
            int row = key < 0 ? RowMultimap.NONE : leaders.firstRow(key);
            for (; row != RowMultimap.NONE; row = leaders.nextRow(row)) {
                old.add(row, -leaders.weight(row));
            }
        }
        give(leaders, old);
    }

    private void give(RowMultimap from, RowNumbers numbers) {
        for (int start = 0; start < numbers.count(); start += state.chunkRows()) {
            int end = Math.min(numbers.count(), start + state.chunkRows());
            int[] part = numbers.rows(start, end);
            output.add(new Chunk(end - start, from.gather(part, end - start), numbers.weights(start, end)));
        }
    }

    /** Lets the tick's rows pass that have what is now best. */
    private void pass(Chunk chunk, int[] numbers, long[] ofRows) {
        int[] passed = new int[ofRows.length];
        int count = 0;
        for (int row = 0; row < ofRows.length; row++) {
            int partition = numbers[row];
            Fate fate = fates[partition];
            boolean leads = fate == Fate.SAME && ofRows[row] == state.best(partition)
                    || fate == Fate.RISEN && ofRows[row] == top[partition];
            passed[count] = row;
            count += leads ? 1 : 0;
        }
        if (count > 0) {
            output.add(chunk.gather(passed, count));
        }
    }

    private void settle() {
        for (int partition = 0; partition < touched.length; partition++) {
            if (fates[partition] == Fate.SAME) {
                long count = state.bestRows(partition) + bestWeight[partition];
                state.setBest(partition, state.best(partition), count);
            } else if (fates[partition] == Fate.RISEN) {
                state.setBest(partition, top[partition], topWeight[partition]);
            }
        }
    }

    /** Looks for the best rows of partitions of which all leaders have gone. */
    private void search(int[] changed) {
        int[] lost = Arrays.stream(changed)
                .filter(partition -> fates[partition] == Fate.SEARCH)
                .toArray();
        if (lost.length == 0) {
            return;
        }
        state.requireOthers();
        int[] keys = state.keysIn(state.rows(), lost, lost.length);
        RowNumbers found = new RowNumbers();
        for (int i = 0; i < lost.length; i++) {
            searchOne(lost[i], keys[i], found);
        }
        give(state.rows(), found);
    }

    private void searchOne(int partition, int key, RowNumbers found) {
        RowMultimap rows = state.rows();
        RowNumbers all = new RowNumbers();
        int row = key < 0 ? RowMultimap.NONE : rows.firstRow(key);
        for (; row != RowMultimap.NONE; row = rows.nextRow(row)) {
            all.add(row, rows.weight(row));
        }
        int[] numbers = all.rows(0, all.count());
        long[] ofRows = turned((LongColumn) rows.gather(state.valueColumn(), numbers, numbers.length), numbers.length);
        long greatest = Arrays.stream(ofRows).max().orElse(0);
        long count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (ofRows[i] == greatest) {
                found.add(numbers[i], all.weight(i));
                count += all.weight(i);
            }
        }
        state.setBest(partition, greatest, count);
    }
}
