package io.leat.executor.oracle;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Frame;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random ranks and functions over neighbouring rows, over inputs that begin with the columns of {@link RandomHistory}. */
final class RandomRanks {
    private static final int TIME = 1;
    private static final int NUMBER = 2;
    private static final int TEXT = 3;

    private final Random random;

    RandomRanks(Random random) {
        this.random = random;
    }

    Rank rank(Plan input, List<Integer> partition, ChangeMode changes, Optional<Closing> closing) {
        boolean numbered = random.nextBoolean();
        RankFunction function = RankFunction.values()[random.nextInt(2) * random.nextInt(3)];
        long first = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        long last = random.nextInt(8) == 0 ? Long.MAX_VALUE : first + random.nextInt(1 + random.nextInt(4));
        Schema schema = input.schema();
        return new Rank(
                input,
                closing.isEmpty() && random.nextInt(4) == 0 ? List.of() : partition,
                order(),
                function,
                first,
                last,
                numbered,
                closing,
                changes,
                numbered ? schema.concat(Schema.of(new Field("n", DataType.BIGINT.withNullable(false)))) : schema);
    }

    private List<Sort.Key> order() {
        List<Sort.Key> keys = new ArrayList<>();
        List<Integer> columns = List.of(
                        List.of(TIME),
                        List.of(NUMBER),
                        List.of(NUMBER, TIME),
                        List.of(TEXT, NUMBER),
                        List.<Integer>of())
                .get(random.nextInt(5));
        columns.forEach(column -> keys.add(new Sort.Key(column, random.nextBoolean(), random.nextBoolean())));
        return keys;
    }

    Over over(Plan input, List<Integer> partition, Optional<Closing> closing) {
        List<Sort.Key> order = order();
        List<OverCall> calls = new ArrayList<>();
        List<Field> fields = new ArrayList<>(input.schema().fields());
        for (int i = random.nextInt(3); i >= 0; i--) {
            calls.add(call(order));
            fields.add(new Field("o" + i, calls.get(calls.size() - 1).type()));
        }
        boolean whole = closing.isEmpty() && random.nextInt(4) == 0;
        return new Over(input, whole ? List.of() : partition, order, calls, closing, new Schema(fields));
    }

    private OverCall call(List<Sort.Key> order) {
        OverFunction function = OverFunction.values()[random.nextInt(OverFunction.values().length)];
        if (function.isRanking()) {
            return new OverCall(function, List.of(), Frame.WHOLE, DataType.BIGINT.withNullable(false));
        }
        if (function == OverFunction.SHIFTED) {
            long shift = random.nextInt(5) - 2;
            List<Integer> arguments = random.nextBoolean() ? List.of(TEXT) : List.of(NUMBER, 0);
            DataType type = arguments.size() == 1 ? DataType.STRING : DataType.BIGINT;
            return new OverCall(function, arguments, new Frame(true, shift, shift), type);
        }
        boolean rows = function == OverFunction.COUNT && random.nextBoolean();
        return new OverCall(function, rows ? List.of() : List.of(NUMBER), frame(order), DataType.BIGINT);
    }

    private Frame frame(List<Sort.Key> order) {
        boolean rows = random.nextBoolean();
        boolean distances = rows || order.size() == 1 && order.get(0).column() != TEXT;
        long from = distances ? random.nextInt(7) - 4 : 0;
        long to = distances ? from + random.nextInt(4) : 0;
        return new Frame(
                rows, random.nextInt(3) == 0 ? Long.MIN_VALUE : from, random.nextInt(4) == 0 ? Long.MAX_VALUE : to);
    }
}
