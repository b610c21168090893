package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Rows for benchmarks: a million in ticks of some chunks, the same ones in each run. */
final class BenchmarkRows {
    static final int CHUNK_ROWS = 4096;
    static final int CHUNKS_PER_TICK = 4;
    static final int TICKS = 64;
    static final int ROWS = CHUNK_ROWS * CHUNKS_PER_TICK * TICKS;
    static final long SEED = 1;

    /** The columns of {@link #bids}. */
    static final Schema BID = Schema.of(
            new Field("auction", DataType.BIGINT),
            new Field("price", DataType.BIGINT),
            new Field("time", DataType.TIMESTAMP),
            new Field("extra", DataType.STRING));

    private BenchmarkRows() {}

    /** A tick without watermark. */
    record BenchmarkTick(long number, long clockMillis, long watermark) implements Tick {

        static BenchmarkTick of(int number) {
            return new BenchmarkTick(number, 0, Long.MIN_VALUE);
        }

        @Override
        public long watermarkBefore() {
            return Long.MIN_VALUE;
        }
    }

    /** The ticks of a relation; makes the columns of the chunk that begins at a row. */
    static List<ZSet> ticks(IntFunction<List<Column>> columns) {
        List<ZSet> ticks = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            List<Chunk> chunks = new ArrayList<>();
            for (int i = 0; i < CHUNKS_PER_TICK; i++) {
                int from = (tick * CHUNKS_PER_TICK + i) * CHUNK_ROWS;
                chunks.add(new Chunk(CHUNK_ROWS, columns.apply(from), null));
            }
            ticks.add(ZSet.of(chunks));
        }
        return ticks;
    }

    /** A column of numbers below a bound, random but the same for the same rows. */
    static Column random(int from, long seed, long bound) {
        SplittableRandom random = new SplittableRandom(SEED + seed * ROWS + from);
        return longs(from, row -> random.nextLong(bound));
    }

    /** A column of numbers computed from row numbers. */
    static Column longs(int from, LongUnaryOperator value) {
        long[] values = new long[CHUNK_ROWS];
        for (int i = 0; i < CHUNK_ROWS; i++) {
            values[i] = value.applyAsLong(from + i);
        }
        return new LongColumn(values, null, CHUNK_ROWS);
    }

    /** A column of texts, one for each number of another one. */
    static Column texts(Column numbers, String prefix) {
        ColumnBuilder builder = ColumnBuilder.of(DataType.STRING, CHUNK_ROWS);
        for (long number : ((LongColumn) numbers).values()) {
            builder.appendText(prefix + number);
        }
        return builder.build();
    }

    /** The columns of a chunk of bids on so many auctions. */
    static List<Column> bids(int from, int auctions) {
        Column price = random(from, 2, 10_000_000);
        return List.of(
                random(from, 1, auctions), price, longs(from, row -> row / 10), texts(price, "some text of a bid "));
    }

    /** A table that rows are only added to. */
    static Scan table(Schema schema) {
        List<Integer> columns = IntStream.range(0, schema.size()).boxed().toList();
        return new Scan("t", columns, false, ChangeMode.APPEND_ONLY, schema);
    }

    /** What an operator needs, with an empty state. */
    static OperatorContext context() {
        return new OperatorContext(
                "benchmark", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, CHUNK_ROWS);
    }
}
