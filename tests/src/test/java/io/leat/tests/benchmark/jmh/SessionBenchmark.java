package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.window.SessionOperator;
import io.leat.tests.benchmark.jmh.BenchmarkRows.BenchmarkTick;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Session windows over a million rows, ten of them in a millisecond, from an empty state; a watermark closes what is old.
 * Nanoseconds a row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class SessionBenchmark {
    private static final int ROWS_PER_MILLISECOND = 10;
    private static final int ROWS_PER_TICK = BenchmarkRows.CHUNK_ROWS * BenchmarkRows.CHUNKS_PER_TICK;
    private static final long DELAY_MILLIS = 1_000;
    private static final int WINDOW_END = 4;

    /** How many keys. */
    @Param({"1000", "100000"})
    public int keys;

    /** How many rows of a key stand in a session on the average, about. */
    @Param({"1", "10"})
    public int length;

    /** Whether times only grow, or are up to a second late. */
    @Param({"true", "false"})
    public boolean ordered;

    private List<ZSet> ticks;
    private Session plan;
    private SessionOperator operator;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void rows() {
        Schema schema =
                Schema.of(new Field("bidder", DataType.BIGINT), new Field("time", DataType.TIMESTAMP), Scan.ARRIVAL);
        ticks = BenchmarkRows.ticks(this::columns);
        double meanGap = (double) keys / ROWS_PER_MILLISECOND;
        // With gaps that are distributed exponentially, a share 1 - 1/n of them below the limit makes sessions of n
        // rows.
        long gap = Math.max(1, Math.round(meanGap * (length == 1 ? 0.1 : Math.log(length))));
        plan = new Session(
                BenchmarkRows.table(schema),
                1,
                List.of(0),
                gap,
                Optional.of(new Lateness(2, "t")),
                Optional.of(new Closing(WINDOW_END, 1)));
    }

    private List<Column> columns(int from) {
        Column delays = BenchmarkRows.random(from, 2, ordered ? 1 : DELAY_MILLIS);
        long[] delay = ((LongColumn) delays).values();
        return List.of(
                BenchmarkRows.random(from, 1, keys),
                BenchmarkRows.longs(from, row -> row / ROWS_PER_MILLISECOND - delay[(int) row - from]),
                BenchmarkRows.longs(from, row -> watermark((int) row / ROWS_PER_TICK)));
    }

    /** The watermark at the beginning of a tick, counted from 0. */
    private static long watermark(int tick) {
        return (long) tick * ROWS_PER_TICK / ROWS_PER_MILLISECOND - DELAY_MILLIS - 1;
    }

    /** Starts with an empty state. */
    @Setup(Level.Invocation)
    public void open() {
        operator = new SessionOperator(plan, BenchmarkRows.context());
    }

    /** All ticks. */
    @Benchmark
    public long sessions() {
        long rows = 0;
        for (int tick = 0; tick < ticks.size(); tick++) {
            rows += operator.step(new BenchmarkTick(tick + 1, 0, watermark(tick + 1)), List.of(ticks.get(tick)))
                    .rows();
        }
        return rows;
    }
}
