package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.aggregate.AggregateOperator;
import io.leat.tests.benchmark.jmh.BenchmarkRows.BenchmarkTick;
import java.util.ArrayList;
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

/** A grouping of a million rows from an empty state, in 64 ticks of 16,384 rows: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class AggregateBenchmark {
    private static final Field[] VALUES = {
        new Field("price", DataType.BIGINT),
        new Field("cheap", DataType.BOOLEAN),
        new Field("medium", DataType.BOOLEAN),
        new Field("dear", DataType.BOOLEAN),
        new Field("bidder", DataType.BIGINT)
    };

    /** How many keys. */
    @Param({"1000", "100000", "1000000"})
    public int keys;

    /** Of which columns a key is made. */
    @Param({"LONG", "TWO_LONGS", "TEXT", "MIXED"})
    public String key;

    /** Which aggregates. */
    @Param({"COUNT_SUM", "WIDE", "DISTINCT"})
    public String calls;

    private List<ZSet> ticks;
    private Aggregate plan;
    private AggregateOperator operator;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void rows() {
        ticks = BenchmarkRows.ticks(this::columns);
        List<Field> fields = new ArrayList<>(keyFields());
        int width = fields.size();
        fields.addAll(List.of(VALUES));
        Schema input = new Schema(fields);
        List<Integer> keyColumns = width == 1 ? List.of(0) : List.of(0, 1);
        List<AggregateCall> aggregates = aggregates(width);
        List<Field> output = new ArrayList<>(fields.subList(0, width));
        aggregates.forEach(call -> output.add(new Field("a" + output.size(), call.type())));
        plan = new Aggregate(
                BenchmarkRows.table(input),
                keyColumns,
                aggregates,
                Optional.empty(),
                ChangeMode.APPEND_ONLY,
                new Schema(output));
    }

    private List<Field> keyFields() {
        Field number = new Field("k", DataType.BIGINT);
        Field text = new Field("t", DataType.STRING);
        return switch (key) {
            case "LONG" -> List.of(number);
            case "TWO_LONGS" -> List.of(number, number);
            case "TEXT" -> List.of(text);
            default -> List.of(number, text);
        };
    }

    private List<Column> columns(int from) {
        Column number = BenchmarkRows.random(from, 1, keys);
        List<Column> columns = new ArrayList<>();
        switch (key) {
            case "LONG" -> columns.add(number);
            case "TWO_LONGS" -> columns.addAll(List.of(number, number));
            case "TEXT" -> columns.add(BenchmarkRows.texts(number, "channel-"));
            default -> columns.addAll(List.of(number, BenchmarkRows.texts(number, "channel-")));
        }
        columns.add(BenchmarkRows.random(from, 2, 10_000_000));
        for (int filter = 0; filter < 3; filter++) {
            columns.add(BenchmarkRows.random(from, 3 + filter, 2));
        }
        columns.add(BenchmarkRows.random(from, 6, 50_000));
        return columns;
    }

    private List<AggregateCall> aggregates(int price) {
        List<AggregateCall> list = new ArrayList<>();
        list.add(call(AggregateFunction.COUNT, List.of(), false, -1));
        switch (calls) {
            case "COUNT_SUM" -> list.add(call(AggregateFunction.SUM, List.of(price), false, -1));
            case "WIDE" -> {
                for (int filter = 1; filter <= 3; filter++) {
                    list.add(call(AggregateFunction.COUNT, List.of(), false, price + filter));
                }
                for (AggregateFunction function : List.of(
                        AggregateFunction.MIN, AggregateFunction.MAX, AggregateFunction.AVG, AggregateFunction.SUM)) {
                    list.add(call(function, List.of(price), false, -1));
                }
            }
            default -> {
                for (int filter = 0; filter <= 3; filter++) {
                    list.add(
                            call(AggregateFunction.COUNT, List.of(price + 4), true, filter == 0 ? -1 : price + filter));
                }
            }
        }
        return list;
    }

    private static AggregateCall call(
            AggregateFunction function, List<Integer> arguments, boolean distinct, int filter) {
        return new AggregateCall(function, arguments, distinct, filter, DataType.BIGINT);
    }

    /** Starts with an empty state. */
    @Setup(Level.Invocation)
    public void open() {
        operator = new AggregateOperator(plan, BenchmarkRows.context());
    }

    /** All ticks. */
    @Benchmark
    public long aggregate() {
        long rows = 0;
        for (int tick = 0; tick < ticks.size(); tick++) {
            rows += operator.step(BenchmarkTick.of(tick + 1), List.of(ticks.get(tick)))
                    .rows();
        }
        return rows;
    }
}
