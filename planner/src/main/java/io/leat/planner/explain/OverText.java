package io.leat.planner.explain;

import io.leat.core.expression.Durations;
import io.leat.core.plan.Frame;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of ranks and of functions over neighbouring rows. */
final class OverText {

    private OverText() {}

    /** The columns of an order. */
    static String keys(Schema schema, List<Sort.Key> keys) {
        return keys.stream().map(key -> key(schema, key)).collect(Collectors.joining(", "));
    }

    private static String key(Schema schema, Sort.Key key) {
        String usual = schema.name(key.column()) + (key.descending() ? " DESC" : "");
        boolean unusual = key.nullsFirst() == key.descending();
        return !unusual ? usual : usual + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    static String rank(Rank rank) {
        String name =
                rank.numbered() ? " AS " + rank.schema().name(rank.schema().size() - 1) : "";
        return rank.function() + " " + range(rank) + arrangement(rank.schema(), rank.partition(), rank.order()) + name;
    }

    private static String range(Rank rank) {
        if (rank.first() == rank.last()) {
            return String.valueOf(rank.first());
        }
        return rank.last() == Long.MAX_VALUE ? "from " + rank.first() : rank.first() + " to " + rank.last();
    }

    private static String arrangement(Schema schema, List<Integer> partition, List<Sort.Key> order) {
        String by = partition.isEmpty()
                ? ""
                : " by " + String.join(", ", schema.select(partition).names());
        return by + (order.isEmpty() ? "" : " order " + keys(schema, order));
    }

    static String over(Over over) {
        int width = over.input().schema().size();
        Optional<DataType> ordered = over.order().size() == 1
                ? Optional.of(over.schema().type(over.order().get(0).column()))
                : Optional.empty();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < over.calls().size(); i++) {
            calls.add(call(over.calls().get(i), over.schema(), ordered) + " AS "
                    + over.schema().name(width + i));
        }
        String arrangement = arrangement(over.schema(), over.partition(), over.order());
        return arrangement.strip() + (arrangement.isEmpty() ? "" : ": ") + String.join(", ", calls);
    }

    private static String call(OverCall call, Schema schema, Optional<DataType> ordered) {
        String arguments = String.join(", ", schema.select(call.arguments()).names());
        if (call.function().isRanking()) {
            return call.function() + "()";
        }
        if (call.function() == OverFunction.SHIFTED) {
            long shift = call.frame().from();
            return (shift > 0 ? "LEAD(" : "LAG(") + arguments + " by " + Math.abs(shift) + ")";
        }
        return call.function() + "(" + (arguments.isEmpty() ? "*" : arguments) + ")" + frame(call.frame(), ordered);
    }

    private static String frame(Frame frame, Optional<DataType> ordered) {
        if (frame.isFromStart() && frame.isToEnd()) {
            return "";
        }
        boolean millis = !frame.rows() && ordered.map(DataType::kind).stream().anyMatch(kind -> kind.isTimestamp());
        return (frame.rows() ? " ROWS " : " RANGE ") + bound(frame.from(), millis) + ".." + bound(frame.to(), millis);
    }

    private static String bound(long bound, boolean millis) {
        if (bound == Long.MIN_VALUE || bound == Long.MAX_VALUE) {
            return "";
        }
        String distance = millis && bound != 0 ? Durations.of(Math.abs(bound)) : String.valueOf(Math.abs(bound));
        return (bound < 0 ? "-" : "") + distance;
    }
}
