package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of a tick's input that may come to stay; each has a number in the order in which it came. */
final class ArrivedRows {
    private final List<Chunk> chunks = new ArrayList<>();
    private int[] ends = new int[16];
    private int[] chunkOf = new int[64];
    private int[] rowOf = new int[64];
    private int[] storedAs = new int[64];
    private int count;

    private static final int LOST = -1;
    private static final int STAYS = -2;

    /** The tick begins. */
    void begin() {
        chunks.clear();
        count = 0;
    }

    /** The rows of a chunk come next. */
    void open(Chunk chunk) {
        if (chunks.size() == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[chunks.size()] = count;
        chunks.add(chunk);
    }

    /** Adds a row of the chunk that was opened last, and answers its number. */
    int add(int row) {
        if (count == rowOf.length) {
            chunkOf = Arrays.copyOf(chunkOf, count * 2);
            rowOf = Arrays.copyOf(rowOf, count * 2);
            storedAs = Arrays.copyOf(storedAs, count * 2);
        }
        chunkOf[count] = chunks.size() - 1;
        rowOf[count] = row;
        storedAs[count] = LOST;
        ends[chunks.size() - 1] = count + 1;
        return count++;
    }

    /** The column of a row's chunk. */
    Column column(int number, int column) {
        return chunks.get(chunkOf[number]).column(column);
    }

    /** Where in its chunk a row is. */
    int row(int number) {
        return rowOf[number];
    }

    /** The row is among the first ones at the end of the tick. */
    void stay(int number) {
        storedAs[number] = STAYS;
    }

    /** The number under which a row that stays is stored. */
    int stored(int number) {
        return storedAs[number];
    }

    /** Stores rows that stay and answers their numbers. */
    @FunctionalInterface
    interface Storage {

        /** Stores a chunk of rows, of which some columns are taken. */
        void store(Chunk rows, int[] numbers);
    }

    /** Hands over the rows that stay, chunk by chunk. */
    void storeAll(Storage storage) {
        int from = 0;
        for (int i = 0; i < chunks.size(); i++) {
            store(chunks.get(i), from, ends[i], storage);
            from = ends[i];
        }
    }

    private void store(Chunk chunk, int from, int to, Storage storage) {
        int[] rows = new int[to - from];
        int staying = 0;
        for (int i = from; i < to; i++) {
            if (storedAs[i] == STAYS) {
                rows[staying++] = rowOf[i];
            }
        }
        if (staying == 0) {
            return;
        }
        int[] numbers = new int[staying];
        Chunk gathered = new Chunk(chunk.size(), chunk.columns(), null).pick(rows, staying);
        storage.store(gathered, numbers);
        int next = 0;
        for (int i = from; i < to; i++) {
            storedAs[i] = storedAs[i] == STAYS ? numbers[next++] : LOST;
        }
    }
}
