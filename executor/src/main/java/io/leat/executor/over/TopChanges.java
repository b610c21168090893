package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.executor.state.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows that come in and go out, by their numbers; gathered all at once. */
final class TopChanges {
    private int[] partitions = new int[64];
    private int[] numbers = new int[64];
    private long[] ranks = new long[64];
    private long[] weights = new long[64];
    private int count;

    /** Adds a row. */
    void add(int partition, int number, long rank, long weight) {
        if (count == numbers.length) {
            partitions = Arrays.copyOf(partitions, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            ranks = Arrays.copyOf(ranks, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        partitions[count] = partition;
        numbers[count] = number;
        ranks[count] = rank;
        weights[count++] = weight;
    }

    /** Takes the rows added, as chunks of at most so many. */
    void take(
            RowTable keys, RowTable rows, Arrangement arrangement, boolean numbered, int chunkRows, List<Chunk> into) {
        for (int from = 0; from < count; from += chunkRows) {
            int size = Math.min(chunkRows, count - from);
            List<Column> columns =
                    new ArrayList<>(keys.gather(Arrays.copyOfRange(partitions, from, from + size), size));
            columns.addAll(rows.gather(Arrays.copyOfRange(numbers, from, from + size), size));
            if (numbered) {
                columns.add(new LongColumn(Arrays.copyOfRange(ranks, from, from + size), null, size));
            }
            long[] signs = Arrays.copyOfRange(weights, from, from + size);
            into.add(arrangement.restored(new Chunk(size, columns, signs)));
        }
        count = 0;
    }
}
