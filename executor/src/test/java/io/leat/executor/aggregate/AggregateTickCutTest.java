package io.leat.executor.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.oracle.Bag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aggregates of every type against the oracle; the same rows in other ticks and chunks give the same result, and so do
 * operators that are replaced after every tick.
 */
class AggregateTickCutTest {
    private static final DataType REAL = DataType.of(TypeKind.REAL);
    private static final DataType SMALLINT = DataType.of(TypeKind.SMALLINT);
    private static final DataType NARROW = DataType.decimal(9, 2);
    private static final DataType WIDE = DataType.decimal(25, 3);
    private static final Schema INPUT = Schema.of(
            new Field("k", DataType.STRING),
            new Field("l", DataType.BIGINT),
            new Field("f", DataType.BOOLEAN),
            new Field("small", SMALLINT),
            new Field("bigint", DataType.BIGINT),
            new Field("real", REAL),
            new Field("double", DataType.DOUBLE),
            new Field("narrow", NARROW),
            new Field("wide", WIDE),
            new Field("text", DataType.STRING));
    private static final int FILTER = 2;
    private static final int FIRST_VALUE = 3;
    private static final int TEXT = 9;

    private static List<Object> row(Random random) {
        Object[] values = {
            "k" + random.nextInt(3),
            (long) random.nextInt(2),
            random.nextBoolean(),
            (short) (random.nextInt(7) - 3),
            random.nextLong() >> random.nextInt(64),
            (random.nextInt(9) - 4) * 0.1f,
            (random.nextInt(9) - 4) * Math.pow(10, random.nextInt(30) - 15),
            BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2),
            BigDecimal.valueOf(random.nextLong(), 3)
                    .multiply(BigDecimal.valueOf(100))
                    .setScale(3),
            "é" + random.nextInt(5)
        };
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(8) == 0 ? null : values[i];
        }
        return Bag.row(values);
    }

    private static AggregateCall call(Random random) {
        int column = FIRST_VALUE + random.nextInt(TEXT - FIRST_VALUE + 1);
        DataType type = INPUT.type(column);
        AggregateFunction function = column == TEXT
                ? pick(random, AggregateFunction.COUNT, AggregateFunction.MIN, AggregateFunction.MAX)
                : pick(
                        random,
                        AggregateFunction.COUNT,
                        AggregateFunction.SUM,
                        AggregateFunction.SUM_OR_ZERO,
                        AggregateFunction.AVG,
                        AggregateFunction.MIN,
                        AggregateFunction.MAX);
        int filter = random.nextInt(3) == 0 ? FILTER : AggregateCall.NO_FILTER;
        return new AggregateCall(function, List.of(column), random.nextBoolean(), filter, result(function, type));
    }

    private static AggregateFunction pick(Random random, AggregateFunction... functions) {
        return functions[random.nextInt(functions.length)];
    }

    /** A type that holds every sum of these values. */
    private static DataType result(AggregateFunction function, DataType type) {
        return switch (function) {
            case COUNT -> DataType.BIGINT;
            case SUM, SUM_OR_ZERO -> sum(type);
            case AVG -> type.kind() == TypeKind.DECIMAL ? DataType.decimal(38, type.scale() + 2) : type;
            default -> type;
        };
    }

    private static DataType sum(DataType type) {
        return switch (type.kind()) {
            case SMALLINT -> DataType.BIGINT;
            case BIGINT -> DataType.decimal(38, 0);
            case DECIMAL -> type == NARROW ? DataType.decimal(18, 2) : DataType.decimal(38, 3);
            default -> type;
        };
    }

    private static AggregateCall[] calls(Random random) {
        AggregateCall[] calls = new AggregateCall[1 + random.nextInt(6)];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = call(random);
        }
        return calls;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void updatingInputGivesWhatTheOracleSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            check(random, ChangeMode.UPDATING);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void growingInputGivesWhatTheOracleSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            check(random, ChangeMode.APPEND_ONLY);
        }
    }

    private static void check(Random random, ChangeMode changes) {
        List<Integer> keys =
                List.of(List.<Integer>of(), List.of(0), List.of(1, 0)).get(random.nextInt(3));
        AggregateCall[] calls = calls(random);
        List<Bag> history = history(random, changes);
        AggregateRun fine = AggregateRun.of(AggregateRun.plan(INPUT, keys, Optional.empty(), changes, calls));
        AggregateRun coarse = AggregateRun.of(AggregateRun.plan(INPUT, keys, Optional.empty(), changes, calls));
        AggregateRun restarted = AggregateRun.of(AggregateRun.plan(INPUT, keys, Optional.empty(), changes, calls));
        Bag input = new Bag();
        Bag held = new Bag();
        for (Bag step : history) {
            Bag change = fine.tick(step);
            assertEquals(change, restarted.tick(step), "after a restart");
            restarted.restart();
            input.addAll(step);
            held.addAll(step);
            assertEquals(
                    fine.expected(input), fine.output(), () -> List.of(calls).toString());
            if (random.nextInt(4) == 0) {
                coarse.tick(held);
                held = new Bag();
            }
        }
        coarse.tick(held);
        assertEquals(fine.output(), coarse.output());
    }

    private static List<Bag> history(Random random, ChangeMode changes) {
        List<Bag> steps = new ArrayList<>();
        Bag content = new Bag();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            Bag step = new Bag();
            for (int j = random.nextInt(8); j > 0; j--) {
                boolean retract = changes == ChangeMode.UPDATING && random.nextInt(3) == 0 && !content.isEmpty();
                List<Object> row = retract
                        ? new ArrayList<>(content.rows().keySet())
                                .get(random.nextInt(content.rows().size()))
                        : row(random);
                long weight = retract ? -content.weight(row) : 1 + random.nextInt(4) / 3;
                step.add(row, weight);
                content.add(row, weight);
            }
            steps.add(step);
        }
        return steps;
    }
}
