package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate in two halves: a {@link PartialAggregate} that sums up the rows of a change, and an {@link Aggregate} that
 * merges such sums. Between the halves stands what is dearer a row than grouping: windows that overlap, or the way to
 * another shard.
 */
public final class PartialForm {
    private static final int LONG_DIGITS = 18;

    private PartialForm() {}

    /**
     * Whether an aggregate has this form: exact for each of its calls, and with keys that are quick to compare.
     *
     * @param input the columns that the calls read and the keys stand in
     * @param changes whether input rows are ever taken back; MIN and MAX cannot take a value back from a merged one
     */
    public static boolean exists(Schema input, List<Integer> keys, List<AggregateCall> calls, ChangeMode changes) {
        boolean plainKeys = keys.stream().allMatch(key -> input.type(key).layout() != TypeKind.Layout.OBJECT);
        return plainKeys && calls.stream().allMatch(call -> exists(call, input, changes));
    }

    private static boolean exists(AggregateCall call, Schema input, ChangeMode changes) {
        if (call.distinct()) {
            return false;
        }
        return switch (call.function()) {
            case COUNT -> true;
            case SUM, SUM_OR_ZERO, AVG -> isExact(input.type(call.arguments().get(0)));
            case MIN, MAX ->
                changes == ChangeMode.APPEND_ONLY
                        && input.type(call.arguments().get(0)).layout() == TypeKind.Layout.LONG;
            default -> false;
        };
    }

    /** Whether sums of a type are made in a {@code long}. */
    private static boolean isExact(DataType type) {
        boolean decimal = type.kind() == TypeKind.DECIMAL && type.layout() == TypeKind.Layout.LONG;
        return decimal || type.kind().isInteger();
    }

    /** The lower half, for calls whose arguments are columns of its input. */
    public static PartialAggregate partial(Plan input, List<Integer> keys, List<AggregateCall> calls) {
        List<AggregateCall> parts = new ArrayList<>();
        List<Field> fields = new ArrayList<>(input.schema().select(keys).fields());
        fields.add(PartialAggregate.ROWS);
        for (AggregateCall call : calls) {
            for (AggregateCall part : parts(call, input.schema())) {
                fields.add(new Field("$" + parts.size(), part.type()));
                parts.add(part);
            }
        }
        return new PartialAggregate(input, keys, parts, new Schema(fields));
    }

    private static List<AggregateCall> parts(AggregateCall call, Schema input) {
        if (isRowCount(call)) {
            return List.of();
        }
        AggregateCall count = with(call, AggregateFunction.COUNT, PartialAggregate.ROWS.type());
        DataType argument = call.arguments().isEmpty()
                ? count.type()
                : input.type(call.arguments().get(0));
        return switch (call.function()) {
            case COUNT -> List.of(count);
            case MIN, MAX -> List.of(with(call, call.function(), argument.withNullable(true)));
            default -> List.of(with(call, AggregateFunction.SUM_OR_ZERO, sumType(argument)), count);
        };
    }

    private static boolean isRowCount(AggregateCall call) {
        return call.function() == AggregateFunction.COUNT
                && call.arguments().isEmpty()
                && call.filterColumn() == AggregateCall.NO_FILTER;
    }

    private static AggregateCall with(AggregateCall call, AggregateFunction function, DataType type) {
        return new AggregateCall(function, call.arguments(), false, call.filterColumn(), type);
    }

    private static DataType sumType(DataType argument) {
        return argument.kind() == TypeKind.DECIMAL
                ? DataType.decimal(LONG_DIGITS, argument.scale()).withNullable(false)
                : PartialAggregate.ROWS.type();
    }

    /**
     * The calls of the upper half: the same results from partial columns.
     *
     * @param calls the calls of the whole aggregate
     * @param rowsColumn where {@link PartialAggregate#ROWS} is in the input of the upper half; the other partial columns
     *     come after it
     */
    public static List<AggregateCall> merging(List<AggregateCall> calls, int rowsColumn) {
        List<AggregateCall> merging = new ArrayList<>();
        int next = rowsColumn + 1;
        for (AggregateCall call : calls) {
            List<Integer> columns =
                    isRowCount(call) ? List.of(rowsColumn) : isSum(call) ? List.of(next, next + 1) : List.of(next);
            next += isRowCount(call) ? 0 : columns.size();
            merging.add(new AggregateCall(call.function(), columns, false, AggregateCall.NO_FILTER, call.type()));
        }
        return merging;
    }

    private static boolean isSum(AggregateCall call) {
        return switch (call.function()) {
            case SUM, SUM_OR_ZERO, AVG -> true;
            default -> false;
        };
    }

    /**
     * An aggregate in two halves with nothing between them.
     *
     * @return empty if it has no such form
     */
    public static Optional<Aggregate> split(Aggregate whole) {
        if (whole.merges() || !exists(whole.input().schema(), whole.keys(), whole.calls(), whole.inputChanges())) {
            return Optional.empty();
        }
        PartialAggregate partial = partial(whole.input(), whole.keys(), whole.calls());
        int keys = whole.keys().size();
        List<Integer> merged = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            merged.add(i);
        }
        return Optional.of(new Aggregate(
                partial,
                merged,
                merging(whole.calls(), keys),
                whole.closing(),
                whole.inputChanges(),
                keys,
                whole.schema()));
    }
}
