package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Finds the rows of a table that come too late for something that reads it. */
public final class LateRows {
    private final int timeColumn;
    private final List<Rule> rules;

    /**
     * What leaves late rows out.
     *
     * @param conditions which rows it reads at all, over the columns of the table
     * @param closing as in {@link FirstClosing#moment}
     */
    public record Rule(List<Predicate> conditions, LongUnaryOperator closing) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    /** Those of some rules; the arrival is the last column of the rows. */
    public LateRows(int timeColumn, List<Rule> rules) {
        this.timeColumn = timeColumn;
        this.rules = List.copyOf(rules);
    }

    /** The rows among these that come too late for any of the rules, each once, with the weight 1 for each time it came. */
    public ZSet of(ZSet rows) {
        List<Chunk> late = new ArrayList<>();
        for (Chunk chunk : rows.chunks()) {
            Selection selection = late(chunk);
            if (!selection.isEmpty()) {
                late.add(selection.of(chunk));
            }
        }
        return ZSet.of(late);
    }

    private Selection late(Chunk chunk) {
        boolean[] isLate = new boolean[chunk.size()];
        for (Rule rule : rules) {
            Selection selection = late(chunk, rule);
            for (int i = 0; i < selection.count(); i++) {
                isLate[selection.row(i)] = true;
            }
        }
        return selection(isLate);
    }

    private Selection late(Chunk chunk, Rule rule) {
        boolean[] isLate = new boolean[chunk.size()];
        LongColumn times = (LongColumn) chunk.column(timeColumn);
        long[] arrivals = ((LongColumn) chunk.column(chunk.columns().size() - 1)).values();
        for (int row = 0; row < isLate.length; row++) {
            isLate[row] = chunk.weight(row) > 0
                    && !times.isNull(row)
                    && rule.closing().applyAsLong(times.values()[row]) <= arrivals[row];
        }
        Selection selection = selection(isLate);
        for (Predicate condition : rule.conditions()) {
            if (!selection.isEmpty()) {
                selection =
                        FallibleEvaluation.filter(condition, chunk, selection).selection();
            }
        }
        return selection;
    }

    private static Selection selection(boolean[] chosen) {
        int[] rows = new int[chosen.length];
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            rows[count] = row;
            count += chosen[row] ? 1 : 0;
        }
        return new Selection(Arrays.copyOf(rows, count), count);
    }
}
