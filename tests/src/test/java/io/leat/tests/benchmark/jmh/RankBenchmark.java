package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.Operator;
import io.leat.executor.over.RankOperator;
import io.leat.tests.benchmark.jmh.BenchmarkRows.BenchmarkTick;
import java.util.ArrayList;
import java.util.Arrays;
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
 * The first rows of each key out of a million from an empty state: nanoseconds a row of input, of which {@code CHANGES} has
 * two for each row, because each is taken back some ticks later.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class RankBenchmark {
    private static final int KEY = 0;
    private static final int PRICE = 1;
    private static final int TIME = 2;
    private static final int TICKS_STAYED = 4;

    /** How many keys. */
    @Param({"1000", "100000"})
    public int keys;

    /** The row that came first or last, the ten dearest, or those of an input that changes. */
    @Param({"FIRST", "LAST", "TEN", "TEN_OF_CHANGES"})
    public String wanted;

    private List<ZSet> ticks;
    private Rank plan;
    private Operator operator;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void rows() {
        Schema schema = BenchmarkRows.BID;
        boolean changes = wanted.equals("TEN_OF_CHANGES");
        List<ZSet> coming = BenchmarkRows.ticks(from -> BenchmarkRows.bids(from, keys));
        ticks = changes ? withRetractions(coming) : coming;
        boolean ten = wanted.startsWith("TEN");
        plan = new Rank(
                BenchmarkRows.table(schema),
                List.of(KEY),
                List.of(new Sort.Key(ten ? PRICE : TIME, !wanted.equals("FIRST"), false)),
                RankFunction.ROW_NUMBER,
                1,
                ten ? 10 : 1,
                ten,
                Optional.empty(),
                changes ? ChangeMode.UPDATING : ChangeMode.APPEND_ONLY,
                ten ? schema.concat(Schema.of(new Field("number", DataType.BIGINT))) : schema);
    }

    private static List<ZSet> withRetractions(List<ZSet> coming) {
        List<ZSet> ticks = new ArrayList<>();
        for (int tick = 0; tick < coming.size(); tick++) {
            List<Chunk> chunks = new ArrayList<>(coming.get(tick).chunks());
            if (tick >= TICKS_STAYED) {
                coming.get(tick - TICKS_STAYED).chunks().forEach(chunk -> chunks.add(takenBack(chunk)));
            }
            ticks.add(ZSet.of(chunks));
        }
        return ticks;
    }

    private static Chunk takenBack(Chunk chunk) {
        long[] weights = new long[chunk.size()];
        Arrays.fill(weights, -1);
        return new Chunk(chunk.size(), chunk.columns(), weights);
    }

    /** Starts with an empty state. */
    @Setup(Level.Invocation)
    public void open() {
        operator = RankOperator.of(plan, BenchmarkRows.context());
    }

    /** All ticks. */
    @Benchmark
    public long rank() {
        long rows = 0;
        for (int tick = 0; tick < ticks.size(); tick++) {
            rows += operator.step(BenchmarkTick.of(tick + 1), List.of(ticks.get(tick)))
                    .rows();
        }
        return rows;
    }
}
