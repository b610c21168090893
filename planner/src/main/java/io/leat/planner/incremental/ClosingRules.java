package io.leat.planner.incremental;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How closing columns pass through operators. A map from column to slack means: no later change of the relation has
 * {@code value(column) - slack <= watermark}. A smaller slack promises less.
 */
final class ClosingRules {
    private static final int WINDOW_START = 0;
    private static final int WINDOW_END = 1;
    private static final int WINDOW_TIME = 2;

    private ClosingRules() {}

    /** A projection keeps the columns that it only moves, and times that it moves by a fixed time or rounds. */
    static Map<Integer, Long> project(Map<Integer, Long> input, List<Expression> expressions) {
        Map<Integer, Long> output = new TreeMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            OptionalLong slack = slack(input, expressions.get(i));
            if (slack.isPresent()) {
                output.put(i, slack.getAsLong());
            }
        }
        return output;
    }

    private static OptionalLong slack(Map<Integer, Long> input, Expression expression) {
        if (expression instanceof ColumnReference reference) {
            Long slack = input.get(reference.index());
            return slack == null ? OptionalLong.empty() : OptionalLong.of(slack);
        }
        Optional<RoundedTime> rounded = RoundedTime.of(expression);
        if (rounded.isPresent()) {
            OptionalLong slack = slack(input, rounded.get().time());
            return slack.isEmpty()
                    ? slack
                    : OptionalLong.of(slack.getAsLong() - rounded.get().atMostMillis());
        }
        return ShiftedColumn.of(expression)
                .filter(shifted -> input.containsKey(shifted.column()))
                .map(shifted -> OptionalLong.of(input.get(shifted.column()) + shifted.millis()))
                .orElse(OptionalLong.empty());
    }

    /** One more column. */
    static Map<Integer, Long> with(Map<Integer, Long> input, int column, long slack) {
        Map<Integer, Long> output = new TreeMap<>(input);
        output.merge(column, slack, Math::max);
        return output;
    }

    /** A grouping keeps its keys. */
    static Map<Integer, Long> group(Map<Integer, Long> input, List<Integer> keys) {
        Map<Integer, Long> output = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (input.containsKey(keys.get(i))) {
                output.put(i, input.get(keys.get(i)));
            }
        }
        return output;
    }

    /** Rows change as long as their partition does. */
    static Map<Integer, Long> partition(Map<Integer, Long> input, List<Integer> partition) {
        Map<Integer, Long> output = new TreeMap<>(input);
        output.keySet().retainAll(partition);
        return output;
    }

    /**
     * A window of fixed size adds its three columns: each change has {@code end - 1 >= time}, and its start is a size
     * before the end.
     *
     * @param timeSlack the slack of the time column
     * @param first where window_start is
     */
    static Map<Integer, Long> window(Map<Integer, Long> input, long timeSlack, int first, long sizeMillis) {
        Map<Integer, Long> output = new TreeMap<>(input);
        output.put(first + WINDOW_START, timeSlack + 1 - sizeMillis);
        output.put(first + WINDOW_END, timeSlack + 1);
        output.put(first + WINDOW_TIME, timeSlack);
        return output;
    }

    /**
     * A session adds its end, which lies behind all its rows.
     *
     * @param timeSlack 1 where rows know by their arrival that the session had closed; else the slack of the time column,
     *     at most 0, because a row exactly at the end still joins
     * @param first where window_start is
     */
    static Map<Integer, Long> session(long timeSlack, int first) {
        Map<Integer, Long> output = new TreeMap<>();
        output.put(first + WINDOW_END, timeSlack);
        output.put(first + WINDOW_TIME, timeSlack - 1);
        return output;
    }

    /** A union promises what all its inputs promise. */
    static Map<Integer, Long> union(List<Map<Integer, Long>> inputs) {
        Map<Integer, Long> output = new TreeMap<>(inputs.get(0));
        for (Map<Integer, Long> input : inputs) {
            output.keySet().retainAll(input.keySet());
            output.replaceAll((column, slack) -> Math.min(slack, input.get(column)));
        }
        return output;
    }

    /**
     * A join promises a column that closes in its own input if the join demands of the other side a time that closes there
     * and is no later: whichever side changes, the value is recent. If one side never changes, the other's columns keep
     * what they had.
     */
    static Map<Integer, Long> join(
            JoinSide left, JoinSide right, List<TimeComparison> comparisons, boolean rightColumns) {
        Map<Integer, Long> output = new TreeMap<>();
        int width = left.width();
        if (right.fixed()) {
            output.putAll(left.closings());
        }
        if (left.fixed() && rightColumns) {
            right.closings().forEach((column, slack) -> output.put(column + width, slack));
        }
        for (TimeComparison comparison : comparisons) {
            JoinSide own = comparison.earlierLeft() ? right : left;
            JoinSide other = comparison.earlierLeft() ? left : right;
            Long ownSlack = own.closings().get(comparison.later());
            Long otherSlack = other.closings().get(comparison.earlier());
            if (ownSlack != null && otherSlack != null && (own == left || rightColumns)) {
                long slack = Math.min(ownSlack, otherSlack - comparison.millis());
                output.merge(comparison.later() + (own == left ? 0 : width), slack, Math::max);
            }
        }
        return output;
    }

    /** One input of a join. */
    record JoinSide(Map<Integer, Long> closings, int width, boolean fixed) {}
}
