package io.leat.tests.benchmark.jmh;

import io.leat.core.batch.ZSet;
import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.operator.FilterOperator;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.ProjectOperator;
import io.leat.tests.benchmark.jmh.BenchmarkRows.BenchmarkTick;
import java.math.BigDecimal;
import java.util.List;
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

/** A million rows through a filter or a projection: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@OperationsPerInvocation(BenchmarkRows.ROWS)
public class KernelBenchmark {
    private static final DataType CENTS = DataType.decimal(23, 3);

    /** What is computed. */
    @Param({"FILTER_HALF", "FILTER_FEW", "FILTER_TEXT", "PROJECT_LONG", "PROJECT_DECIMAL"})
    public String work;

    private List<ZSet> ticks;
    private Operator operator;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void rows() {
        ticks = BenchmarkRows.ticks(from -> List.of(
                BenchmarkRows.random(from, 1, 100_000),
                BenchmarkRows.random(from, 2, 1_000),
                BenchmarkRows.texts(BenchmarkRows.random(from, 2, 1_000), "channel-")));
        operator = operator();
    }

    private Operator operator() {
        Expression price = new ColumnReference(0, DataType.BIGINT);
        Expression key = new ColumnReference(1, DataType.BIGINT);
        Expression text = new ColumnReference(2, DataType.STRING);
        return switch (work) {
            case "FILTER_HALF" -> filter(call(Operation.LESS, DataType.BOOLEAN, key, number(500)));
            case "FILTER_FEW" ->
                filter(call(
                        Operation.EQUALS,
                        DataType.BOOLEAN,
                        call(Operation.MODULO, DataType.BIGINT, price, number(123)),
                        number(0)));
            case "FILTER_TEXT" ->
                filter(call(Operation.EQUALS, DataType.BOOLEAN, text, new Literal("channel-77", DataType.STRING)));
            case "PROJECT_LONG" ->
                project(
                        key,
                        call(
                                Operation.PLUS,
                                DataType.BIGINT,
                                call(Operation.TIMES, DataType.BIGINT, price, number(2)),
                                key));
            default ->
                project(
                        key,
                        call(
                                Operation.TIMES,
                                CENTS,
                                new Literal(new BigDecimal("0.908"), DataType.decimal(4, 3)),
                                price));
        };
    }

    private static Expression call(Operation operation, DataType type, Expression... operands) {
        return new Call(operation, List.of(operands), type);
    }

    private static Expression number(long value) {
        return new Literal(value, DataType.BIGINT);
    }

    private static Operator filter(Expression condition) {
        return new FilterOperator(KernelCompiler.predicate(condition), BenchmarkRows.context());
    }

    private static Operator project(Expression... expressions) {
        return new ProjectOperator(KernelCompiler.compileAll(List.of(expressions)), BenchmarkRows.context());
    }

    /** All ticks. */
    @Benchmark
    public long compute() {
        long rows = 0;
        for (int tick = 0; tick < ticks.size(); tick++) {
            rows += operator.step(BenchmarkTick.of(tick + 1), List.of(ticks.get(tick)))
                    .rows();
        }
        return rows;
    }
}
