package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.executor.state.OrderedRows;
import java.util.Arrays;

/** Neighbouring rows of a partition, of which some are to be computed and the others are seen by them. */
final class Context {
    private final OrderedRows rows;
    private int[] numbers = new int[16];
    private int[] peers = new int[16];
    private int count;
    private int begin;
    private int end;
    private Chunk chunk;

    /**
     * The rows from one to another.
     *
     * @param from the first one seen
     * @param begin the first one to be computed
     * @param end the last one to be computed
     * @param to the last one seen
     */
    Context(Partitions partitions, int partition, int from, int begin, int end, int to) {
        this.rows = partitions.rows();
        ChunkBuilder builder = new ChunkBuilder(partitions.arrangement().types(), 16);
        for (int row = from; ; row = rows.next(row)) {
            add(row);
            this.begin = row == begin ? count - 1 : this.begin;
            this.end = row == end ? count : this.end;
            partitions.decode(partition, row, builder);
            builder.endRow(1);
            if (row == to) {
                break;
            }
        }
        this.chunk = builder.build();
    }

    private void add(int row) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            peers = Arrays.copyOf(peers, count * 2);
        }
        boolean peer = count == 0 || rows.arePeers(numbers[count - 1], row);
        peers[count] = count == 0 ? 0 : peers[count - 1] + (peer ? 0 : 1);
        numbers[count++] = row;
    }

    /** The rows' columns, as the arrangement keeps them. */
    Chunk chunk() {
        return chunk;
    }

    /** How many rows, each counted once. */
    int count() {
        return count;
    }

    /** The first row to be computed. */
    int begin() {
        return begin;
    }

    /** One after the last row to be computed. */
    int end() {
        return end;
    }

    /** The same for rows that are equal in the order, more for later ones. */
    int peer(int index) {
        return peers[index];
    }

    /** The value of the order's only column, in its direction. */
    long word(int index) {
        return rows.word(numbers[index]);
    }

    /** Whether the order's first column is NULL. */
    boolean isNull(int index) {
        return rows.isFirstNull(numbers[index]);
    }

    /** How often a row was there when the tick began, or is there now. */
    int times(int index, boolean before) {
        long weight = before ? rows.before(numbers[index]) : rows.weight(numbers[index]);
        return Math.toIntExact(Math.max(0, weight));
    }
}
