package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Join;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.join.JoinOperator;
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
 * A million rows of one side join those of the other, which come with the first tick: nanoseconds a row. Both sides are
 * remembered; each row finds one other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class JoinBenchmark {
    /** Rows of the other side. */
    @Param({"1000", "60000"})
    public int auctions;

    private List<ZSet> bids;
    private ZSet auctionRows;
    private Join plan;
    private JoinOperator operator;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void rows() {
        Schema bid = BenchmarkRows.BID;
        Schema auction = Schema.of(
                new Field("id", DataType.BIGINT),
                new Field("category", DataType.BIGINT),
                new Field("item", DataType.STRING));
        plan = new Join(
                BenchmarkRows.table(bid),
                BenchmarkRows.table(auction),
                Join.Kind.INNER,
                List.of(0),
                List.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                bid.concat(auction));
        bids = BenchmarkRows.ticks(from -> BenchmarkRows.bids(from, auctions));
        auctionRows = ZSet.of(BenchmarkRows.ticks(JoinBenchmark::auctionColumns).stream()
                .flatMap(tick -> tick.chunks().stream())
                .limit(Math.max(1, auctions / BenchmarkRows.CHUNK_ROWS))
                .toList());
    }

    private static List<Column> auctionColumns(int from) {
        Column id = BenchmarkRows.longs(from, row -> row);
        return List.of(id, BenchmarkRows.random(from, 3, 10), BenchmarkRows.texts(id, "the item that is sold "));
    }

    /** Starts with an empty state. */
    @Setup(Level.Invocation)
    public void open() {
        operator = new JoinOperator(plan, BenchmarkRows.context());
    }

    /** All ticks. */
    @Benchmark
    public long join() {
        long rows = 0;
        for (int tick = 0; tick < bids.size(); tick++) {
            ZSet right = tick == 0 ? auctionRows : ZSet.EMPTY;
            rows += operator.step(BenchmarkTick.of(tick + 1), List.of(bids.get(tick), right))
                    .rows();
        }
        return rows;
    }
}
