package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A bag of rows with weights, none of them 0: what DISTINCT remembers, or the content of a view. */
public final class WeightedRows implements State {
    private final Optional<Closing> closing;
    private final RowTable rows;
    private final LongValues weights = new LongValues();
    private final TimeBuckets buckets = new TimeBuckets();

    // Of use within one call only.
    private int[] numbers = new int[0];
    private long[] before = new long[0];

    private WeightedRows(List<DataType> types, Optional<Closing> closing) {
        this.closing = closing;
        this.rows = RowTable.kind(types).create().get();
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of a row's columns
     * @param closing when a row may be forgotten: a column of the row
     */
    public static StateKind<WeightedRows> kind(List<DataType> types, Optional<Closing> closing) {
        return new StateKind<>("weighted rows", () -> new WeightedRows(types, closing));
    }

    /**
     * Adds to the weights of a chunk's rows.
     *
     * @return the weight that each row had before, 0 if it was not there; valid until the next call
     */
    public long[] add(Chunk chunk) {
        int count = chunk.size();
        if (numbers.length < count) {
            numbers = new int[count];
            before = new long[count];
        }
        rows.addAll(chunk.columns(), count, numbers);
        for (int i = 0; closing.isPresent() && i < rows.freshCount(); i++) {
            int row = rows.freshRow(i);
            buckets.add(
                    numbers[row], TimeBuckets.timeIn(chunk.column(closing.get().column()), row));
        }
        long[] sums = weights.array(rows.limit());
        boolean gone = false;
        for (int i = 0; i < count; i++) {
            before[i] = sums[numbers[i]];
            sums[numbers[i]] += chunk.weight(i);
            gone |= sums[numbers[i]] == 0;
        }
        if (gone) {
            removeGone(count);
        }
        return before;
    }

    /** The weight of each row of a chunk, 0 if it is not there; valid until the next call. */
    public long[] weights(Chunk chunk) {
        int count = chunk.size();
        if (numbers.length < count) {
            numbers = new int[count];
            before = new long[count];
        }
        rows.findAll(chunk.columns(), count, numbers);
        for (int i = 0; i < count; i++) {
            before[i] = numbers[i] == RowTable.NONE ? 0 : weights.get(numbers[i]);
        }
        return before;
    }

    /** Removes rows without weight, each once: those that are gone have the mark of a weight that no row has. */
    private void removeGone(int count) {
        int[] removed = new int[count];
        int removedCount = 0;
        for (int i = 0; i < count; i++) {
            if (weights.get(numbers[i]) == 0) {
                weights.set(numbers[i], Long.MIN_VALUE);
                removed[removedCount++] = numbers[i];
            }
        }
        for (int i = 0; closing.isPresent() && i < removedCount; i++) {
            buckets.remove(removed[i]);
        }
        forgetAll(removed, removedCount);
    }

    /** Forgets the rows that are closed at a watermark. Costs what it frees. */
    public void free(long watermark) {
        closing.ifPresent(rule -> buckets.closeTogether(rule, watermark, Integer.MAX_VALUE, this::forgetAll));
        trim();
    }

    private void trim() {
        rows.trim();
        weights.trim(rows.limit());
        buckets.trim(rows.limit());
    }

    /** Takes out the rows that are closed at a watermark, in chunks of at most so many. Costs what it takes. */
    public ZSet takeClosed(long watermark, int chunkRows) {
        List<Chunk> chunks = new ArrayList<>();
        buckets.closeTogether(closing.orElseThrow(), watermark, Integer.MAX_VALUE, (taken, count) -> {
            for (int from = 0; from < count; from += chunkRows) {
                int to = Math.min(count, from + chunkRows);
                chunks.add(chunk(Arrays.copyOfRange(taken, from, to), to - from));
            }
            forgetAll(taken, count);
        });
        trim();
        return ZSet.of(chunks);
    }

    private void forgetAll(int[] gone, int count) {
        for (int i = 0; i < count; i++) {
            weights.set(gone[i], 0);
        }
        rows.removeAll(gone, count);
    }

    private Chunk chunk(int[] rowNumbers, int count) {
        long[] gathered = new long[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = weights.get(rowNumbers[i]);
        }
        return new Chunk(count, rows.gather(rowNumbers, count), gathered);
    }

    /** All rows with their weights, in chunks of at most so many. */
    public ZSet toZSet(int chunkRows) {
        List<Chunk> chunks = new ArrayList<>();
        int[] picked = new int[Math.min(chunkRows, rows.size())];
        int count = 0;
        for (int number = rows.next(0); number != RowTable.NONE; number = rows.next(number + 1)) {
            picked[count++] = number;
            if (count == picked.length) {
                chunks.add(chunk(picked, count));
                count = 0;
            }
        }
        chunks.add(chunk(picked, count));
        return ZSet.of(chunks);
    }

    @Override
    public void archive(StateArchive archive) {
        rows.archive(archive);
        weights.archive(archive);
        buckets.archive(archive);
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public long bytes() {
        return rows.bytes() + weights.bytes() + buckets.bytes();
    }
}
