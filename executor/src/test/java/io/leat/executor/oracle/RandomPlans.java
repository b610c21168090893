package io.leat.executor.oracle;

import static io.leat.executor.oracle.Expressions.column;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.PartialForm;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Random plans over the relations of a {@link RandomHistory}: one operator of interest over simple inputs, or some. */
public final class RandomPlans {
    private static final int KEY = 0;
    private static final int TIME = 1;
    private static final int NUMBER = 2;
    private static final int TEXT = 3;
    private static final int ARRIVAL = 4;
    private static final int WINDOW_START = 5;
    private static final int WINDOW_END = 6;

    private final Random random;
    private final boolean closing;
    private final RandomRanks ranks;

    /**
     * A maker of plans.
     *
     * @param closing whether operators may forget what is closed
     */
    public RandomPlans(Random random, boolean closing) {
        this.random = random;
        this.closing = closing;
        this.ranks = new RandomRanks(random);
    }

    /** Which plans to make. */
    public enum Shape {
        JOIN,
        JOIN_OF_JOIN,
        WINDOW_JOIN,
        BOUNDED_JOIN,
        SESSION,
        SESSION_JOIN,
        AGGREGATE,
        WINDOW_AGGREGATE,
        PARTIAL_AGGREGATE,
        PANE_AGGREGATE,
        SESSION_AGGREGATE,
        DISTINCT,
        RANK,
        LEADERS,
        LEADERS_OF_APPENDED,
        RANK_OF_APPENDED,
        WINDOW_RANK,
        OVER,
        WINDOW_OVER,
        EMIT_FINAL,
        LINEAR
    }

    /** A plan of a shape. */
    public Plan plan(Shape shape) {
        return switch (shape) {
            case JOIN -> join(input(), input());
            case JOIN_OF_JOIN -> join(join(input(), input()), input());
            case WINDOW_JOIN -> windowJoin(kind());
            case BOUNDED_JOIN -> boundedJoin();
            case SESSION -> session();
            case SESSION_JOIN -> join(session(), input());
            case AGGREGATE -> aggregate(input(), List.of(KEY), Optional.empty());
            case WINDOW_AGGREGATE -> windowAggregate(window());
            case PARTIAL_AGGREGATE -> partialAggregate(input());
            case PANE_AGGREGATE -> paneAggregate(window());
            case SESSION_AGGREGATE -> windowAggregate(session());
            case DISTINCT -> new Distinct(input(), Optional.empty());
            case LEADERS -> leaders(input(), ChangeMode.UPDATING);
            case LEADERS_OF_APPENDED -> leaders(RandomHistory.scan(random, false), ChangeMode.APPEND_ONLY);
            case RANK -> ranks.rank(input(), List.of(KEY), ChangeMode.UPDATING, Optional.empty());
            case RANK_OF_APPENDED ->
                ranks.rank(RandomHistory.scan(random, false), List.of(KEY), ChangeMode.APPEND_ONLY, Optional.empty());
            case WINDOW_RANK ->
                ranks.rank(window(), List.of(KEY, WINDOW_END), ChangeMode.UPDATING, closed(WINDOW_END, 1));
            case OVER -> ranks.over(input(), List.of(KEY), Optional.empty());
            case WINDOW_OVER -> ranks.over(window(), List.of(KEY, WINDOW_END), closed(WINDOW_END, 1));
            case EMIT_FINAL -> emitFinal();
            case LINEAR -> new Union(List.of(input(), input()), RandomHistory.SCHEMA);
        };
    }

    /** A relation, sometimes filtered, joined to itself or without duplicates; always with the columns of all. */
    private Plan input() {
        Plan scan = RandomHistory.scan(random, false);
        return switch (random.nextInt(5)) {
            case 0 -> new Filter(scan, comparison(scan.schema(), NUMBER, NUMBER));
            case 1 -> new Distinct(scan, Optional.empty());
            case 2 -> new Union(List.of(scan, RandomHistory.scan(random, false)), scan.schema());
            default -> scan;
        };
    }

    private Plan join(Plan left, Plan right) {
        List<Integer> keys = random.nextInt(6) == 0
                ? List.of()
                : random.nextInt(3) == 0 ? List.of(NUMBER, TEXT) : List.of(random.nextBoolean() ? KEY : NUMBER);
        return join(left, right, kind(), keys, Optional.empty());
    }

    private Join.Kind kind() {
        return Join.Kind.values()[random.nextInt(Join.Kind.values().length)];
    }

    private Plan join(Plan left, Plan right, Join.Kind kind, List<Integer> keys, Optional<Closing> closed) {
        Schema both = left.schema().concat(right.schema());
        Optional<Expression> residual = random.nextInt(3) == 0
                ? Optional.of(comparison(both, NUMBER, left.schema().size() + (random.nextBoolean() ? NUMBER : KEY)))
                : Optional.empty();
        boolean leftOnly = kind == Join.Kind.SEMI || kind == Join.Kind.ANTI;
        Schema outer = nullable(left.schema(), kind.keepsRight()).concat(nullable(right.schema(), kind.keepsLeft()));
        Schema schema = leftOnly ? left.schema() : outer;
        return new Join(left, right, kind, keys, keys, residual, closed, closed, schema);
    }

    private static Schema nullable(Schema schema, boolean padded) {
        return new Schema(schema.fields().stream()
                .map(f -> padded ? new Field(f.name(), f.type().withNullable(true)) : f)
                .toList());
    }

    private Expression comparison(Schema schema, int left, int right) {
        Operation operation = List.of(Operation.LESS, Operation.EQUALS, Operation.GREATER_OR_EQUAL)
                .get(random.nextInt(3));
        return left == right
                ? Expressions.test(operation, column(schema, left), Expressions.bigint(random.nextInt(4)))
                : Expressions.test(operation, column(schema, left), column(schema, right));
    }

    private Plan windowJoin(Join.Kind kind) {
        Window left = window();
        Window right = new Window(
                RandomHistory.scan(random, true),
                left.kind(),
                TIME,
                left.sizeMillis(),
                left.stepMillis(),
                left.offsetMillis(),
                lateness());
        return join(left, right, kind, List.of(KEY, WINDOW_START, WINDOW_END), closed(WINDOW_END, 1));
    }

    /** A join by key whose times are compared: each side may go when the other has passed what it can match. */
    private Plan boundedJoin() {
        long allowance = random.nextInt(2) * random.nextInt(10);
        Plan left = onTime(allowance);
        Plan right = onTime(allowance);
        Schema both = left.schema().concat(right.schema());
        Expression times = Expressions.test(
                random.nextBoolean() ? Operation.LESS_OR_EQUAL : Operation.EQUALS,
                column(both, TIME),
                column(both, left.schema().size() + TIME));
        boolean equal = ((Call) times).operation() == Operation.EQUALS;
        Join.Kind kind = kind();
        Join any = (Join) join(left, right, kind, List.of(KEY), Optional.empty());
        return new Join(
                left,
                right,
                kind,
                List.of(KEY),
                List.of(KEY),
                Optional.of(times),
                equal ? closed(TIME, -1 - allowance) : Optional.empty(),
                closed(TIME, -1 - allowance),
                any.schema());
    }

    /** The groups of each key with the greatest, or least, count. */
    private Plan leaders(Plan rows, ChangeMode changes) {
        Aggregate counts = (Aggregate) aggregate(rows, List.of(KEY, NUMBER), Optional.empty());
        Schema counted = new Schema(counts.schema().fields().stream()
                .map(field ->
                        field.name().equals("a0") ? new Field("a0", field.type().withNullable(false)) : field)
                .toList());
        Aggregate input =
                new Aggregate(counts.input(), counts.keys(), counts.calls(), Optional.empty(), changes, counted);
        return new Rank(
                input,
                List.of(0),
                List.of(new Sort.Key(2, random.nextBoolean(), false)),
                RankFunction.RANK,
                1,
                1,
                false,
                Optional.empty(),
                ChangeMode.UPDATING,
                counted);
    }

    private Plan onTime(long allowance) {
        return new OnTime(RandomHistory.scan(random, true), TIME, lateness().orElseThrow(), allowance);
    }

    private Plan partialAggregate(Plan input) {
        Aggregate whole = (Aggregate) aggregate(input, List.of(KEY), Optional.empty());
        return PartialForm.split(mergeable(whole)).orElseThrow();
    }

    /** An aggregate of rows in windows, by way of panes. */
    private Plan paneAggregate(Window window) {
        long pane = window.kind() == Window.Kind.HOP
                ? BigInteger.valueOf(window.sizeMillis())
                        .gcd(BigInteger.valueOf(window.stepMillis()))
                        .longValue()
                : window.stepMillis();
        Panes panes = new Panes(window.input(), TIME, pane, window.offsetMillis(), OptionalInt.of(ARRIVAL));
        Aggregate whole = mergeable((Aggregate) windowAggregate(window));
        PartialAggregate partial = PartialForm.partial(panes, List.of(KEY, TIME, ARRIVAL), whole.calls());
        int width = partial.schema().size();
        Window windows = new Window(
                partial,
                window.kind(),
                1,
                window.sizeMillis(),
                window.stepMillis(),
                window.offsetMillis(),
                Optional.of(new Lateness(2, "r", 3)));
        return new Aggregate(
                windows,
                List.of(0, width, width + 1),
                PartialForm.merging(whole.calls(), 3),
                whole.closing(),
                ChangeMode.UPDATING,
                3,
                whole.schema());
    }

    /** The same with those calls only that have partial forms. */
    private static Aggregate mergeable(Aggregate whole) {
        List<AggregateCall> calls = new ArrayList<>();
        List<Field> fields =
                new ArrayList<>(whole.schema().fields().subList(0, whole.keys().size()));
        for (AggregateCall call : whole.calls()) {
            if (PartialForm.exists(whole.input().schema(), whole.keys(), List.of(call), ChangeMode.UPDATING)) {
                fields.add(new Field("a" + calls.size(), call.type()));
                calls.add(call);
            }
        }
        return new Aggregate(
                whole.input(), whole.keys(), calls, whole.closing(), whole.inputChanges(), new Schema(fields));
    }

    private Optional<Closing> closed(int column, long slack) {
        return closing ? Optional.of(new Closing(column, slack)) : Optional.empty();
    }

    private static Optional<Lateness> lateness() {
        return Optional.of(new Lateness(ARRIVAL, "r"));
    }

    private Window window() {
        long step = 3 + random.nextInt(8);
        Window.Kind kind = Window.Kind.values()[random.nextInt(3)];
        long size = kind == Window.Kind.TUMBLE ? step : step * (1 + random.nextInt(3));
        return new Window(RandomHistory.scan(random, true), kind, TIME, size, step, random.nextInt(4), lateness());
    }

    private Plan session() {
        List<Integer> keys =
                List.of(List.<Integer>of(), List.of(KEY), List.of(KEY, TEXT)).get(random.nextInt(3));
        Scan scan = RandomHistory.scan(random, true);
        return new Session(scan, TIME, keys, 1 + random.nextInt(6), lateness(), closed(WINDOW_END, 1));
    }

    private Plan windowAggregate(Plan windows) {
        long slack = windows instanceof Session ? 0 : 1;
        return aggregate(windows, List.of(KEY, WINDOW_START, WINDOW_END), closed(2, slack));
    }

    private Plan aggregate(Plan input, List<Integer> keys, Optional<Closing> closed) {
        List<AggregateCall> calls = new ArrayList<>();
        calls.add(new AggregateCall(AggregateFunction.COUNT, List.of(), false, -1, DataType.BIGINT));
        for (int i = random.nextInt(4); i > 0; i--) {
            calls.add(call());
        }
        List<Field> fields = new ArrayList<>(input.schema().select(keys).fields());
        IntStream.range(0, calls.size())
                .forEach(i -> fields.add(new Field("a" + i, calls.get(i).type())));
        return new Aggregate(input, keys, calls, closed, ChangeMode.UPDATING, new Schema(fields));
    }

    private AggregateCall call() {
        AggregateFunction function = List.of(
                        AggregateFunction.COUNT,
                        AggregateFunction.SUM,
                        AggregateFunction.SUM_OR_ZERO,
                        AggregateFunction.AVG,
                        AggregateFunction.MIN,
                        AggregateFunction.MAX)
                .get(random.nextInt(6));
        return new AggregateCall(function, List.of(NUMBER), random.nextInt(3) == 0, -1, DataType.BIGINT);
    }

    private Plan emitFinal() {
        return switch (random.nextInt(4)) {
            case 0 -> new EmitFinal(session(), new Closing(WINDOW_END, 1));
            case 1 -> new EmitFinal(windowAggregate(window()), new Closing(2, 1));
            case 2 ->
                new EmitFinal(
                        windowJoin(random.nextBoolean() ? Join.Kind.INNER : Join.Kind.LEFT),
                        new Closing(WINDOW_END, 1));
            default -> new EmitFinal(timeSometimesMissing(window()), new Closing(1, 1));
        };
    }

    /** The number and the window's end, which is NULL where the number is. */
    private static Plan timeSometimesMissing(Plan windows) {
        Schema schema = windows.schema();
        DataType time = schema.type(WINDOW_END).withNullable(true);
        Expression end = Expressions.either(
                Expressions.test(Operation.IS_NULL, column(schema, NUMBER)),
                Expressions.nothing(time),
                column(schema, WINDOW_END),
                time);
        return new Project(
                windows,
                List.of(column(schema, NUMBER), end),
                Schema.of(schema.fields().get(NUMBER), new Field("closes", time)));
    }
}
