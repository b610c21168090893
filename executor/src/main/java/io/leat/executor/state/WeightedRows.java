package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bag of rows with weights, none of them 0: what DISTINCT remembers, or the content of a view. */
public final class WeightedRows implements State {
    private final List<DataType> types;
    private final RowCodec codec;
    private final Optional<Closing> closing;
    private final RowBytes scratch = new RowBytes();
    private final KeyTable rows = new KeyTable();
    private final LongValues weights = new LongValues();
    private final TimeBuckets buckets = new TimeBuckets();

    private WeightedRows(List<DataType> types, Optional<Closing> closing) {
        this.types = List.copyOf(types);
        this.codec = RowCodec.all(types);
        this.closing = closing;
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

    /** Adds to the weight of a row of a chunk and returns the weight that it had before, 0 if it was not there. */
    public long add(Chunk chunk, int row, long weight) {
        codec.encode(chunk, row, scratch);
        int before = rows.size();
        int number = rows.add(scratch);
        if (rows.size() > before && closing.isPresent()) {
            buckets.add(number, TimeBuckets.timeIn(chunk.column(closing.get().column()), row));
        }
        long sum = weights.add(number, weight);
        if (sum == 0) {
            remove(number);
        }
        return sum - weight;
    }

    private void remove(int number) {
        if (closing.isPresent()) {
            buckets.remove(number);
        }
        rows.remove(number);
    }

    /** The weight of a row, 0 if it is not there. */
    public long weight(Chunk chunk, int row) {
        codec.encode(chunk, row, scratch);
        int number = rows.find(scratch);
        return number == KeyTable.NONE ? 0 : weights.get(number);
    }

    /** Forgets the rows that are closed at a watermark. Costs what it frees. */
    public void free(long watermark) {
        closing.ifPresent(rule -> buckets.close(rule, watermark, this::forget));
        weights.trim(rows.limit());
        buckets.trim(rows.limit());
    }

    /** Takes out the rows that are closed at a watermark, in chunks of at most so many. Costs what it takes. */
    public ZSet takeClosed(long watermark, int chunkRows) {
        List<Chunk> chunks = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(types, 1);
        buckets.close(closing.orElseThrow(), watermark, number -> {
            rows.decode(number, codec, builder, 0);
            builder.endRow(weights.get(number));
            if (builder.size() == chunkRows) {
                chunks.add(builder.build());
            }
            forget(number);
        });
        chunks.add(builder.build());
        weights.trim(rows.limit());
        buckets.trim(rows.limit());
        return ZSet.of(chunks);
    }

    private void forget(int number) {
        weights.set(number, 0);
        rows.remove(number);
    }

    /** All rows with their weights, in chunks of at most so many. */
    public ZSet toZSet(int chunkRows) {
        List<Chunk> chunks = new ArrayList<>();
        ChunkBuilder builder = new ChunkBuilder(types, Math.min(chunkRows, rows.size()));
        for (int number = rows.next(0); number != KeyTable.NONE; number = rows.next(number + 1)) {
            rows.decode(number, codec, builder, 0);
            builder.endRow(weights.get(number));
            if (builder.size() == chunkRows) {
                chunks.add(builder.build());
            }
        }
        chunks.add(builder.build());
        return ZSet.of(chunks);
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
