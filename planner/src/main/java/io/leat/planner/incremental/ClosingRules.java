package io.leat.planner.incremental;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import java.util.List;
import java.util.Map;
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

    /** A projection keeps the columns that it only moves. */
    static Map<Integer, Long> project(Map<Integer, Long> input, List<Expression> expressions) {
        Map<Integer, Long> output = new TreeMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            if (expressions.get(i) instanceof ColumnReference reference && input.containsKey(reference.index())) {
                output.put(i, input.get(reference.index()));
            }
        }
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
     * A join promises, for a pair of key columns that close on both sides, both: whichever side changes, the value is
     * the same. If one side never changes, the other's columns keep what they had.
     */
    static Map<Integer, Long> join(
            JoinSide left, JoinSide right, List<Integer> leftKeys, List<Integer> rightKeys, boolean rightColumns) {
        Map<Integer, Long> output = new TreeMap<>();
        int width = left.width();
        if (right.fixed()) {
            output.putAll(left.closings());
        }
        if (left.fixed() && rightColumns) {
            right.closings().forEach((column, slack) -> output.put(column + width, slack));
        }
        for (int i = 0; i < leftKeys.size(); i++) {
            Long leftSlack = left.closings().get(leftKeys.get(i));
            Long rightSlack = right.closings().get(rightKeys.get(i));
            if (leftSlack != null && rightSlack != null) {
                long slack = Math.min(leftSlack, rightSlack);
                output.merge(leftKeys.get(i), slack, Math::max);
                if (rightColumns) {
                    output.merge(rightKeys.get(i) + width, slack, Math::max);
                }
            }
        }
        return output;
    }

    /** One input of a join. */
    record JoinSide(Map<Integer, Long> closings, int width, boolean fixed) {}
}
