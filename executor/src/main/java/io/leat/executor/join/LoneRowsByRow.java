package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Join;
import io.leat.executor.state.RowMultimap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lone rows of joins with a condition beyond equal keys: each remembered row has a note, the total weight of the rows that
 * it matches.
 *
 * <p>The notes of remembered rows change as matches are told; a new row's note is the sum of its own matches. At the end
 * of the tick every row that was touched is compared with what it was before.
 */
final class LoneRowsByRow implements LoneRows {
    private final boolean showsMatched;
    private final JoinOutput output;
    private final Map<JoinSide, Map<Integer, Before>> touched = new LinkedHashMap<>();
    /** The sums of the matches of each row of the chunk that is probed, once there is one. */
    private long[] matches;

    /** What a row was before the tick. */
    private record Before(long weight, long matches) {}

    LoneRowsByRow(Join plan, JoinSide left, JoinSide right, JoinOutput output) {
        this.showsMatched = plan.kind() == Join.Kind.SEMI;
        this.output = output;
        touched.put(left, new HashMap<>());
        touched.put(right, new HashMap<>());
    }

    @Override
    public void matched(JoinSide probe, Chunk chunk, int row, JoinSide other, int otherRow) {
        if (probe.showsAlone()) {
            matches = matches == null ? new long[chunk.size()] : matches;
            matches[row] += other.rows().weight(otherRow);
        }
        if (other.showsAlone()) {
            touch(other, otherRow);
            other.rows().setNote(otherRow, other.rows().note(otherRow) + chunk.weight(row));
        }
    }

    private void touch(JoinSide side, int row) {
        touched.get(side).computeIfAbsent(row, r -> before(side.rows(), r));
    }

    private static Before before(RowMultimap rows, int row) {
        return new Before(rows.weight(row), rows.note(row));
    }

    @Override
    public void apply(JoinSide side, Chunk chunk) {
        RowMultimap rows = side.rows();
        if (!side.showsAlone()) {
            rows.add(chunk);
            return;
        }
        int[] numbers = new int[chunk.size()];
        rows.open(chunk, numbers);
        for (int i = 0; i < numbers.length; i++) {
            if (rows.weight(numbers[i]) == 0 && !touched.get(side).containsKey(numbers[i])) {
                rows.setNote(numbers[i], matches == null ? 0 : matches[i]);
                touched.get(side).put(numbers[i], new Before(0, 0));
            } else {
                touch(side, numbers[i]);
            }
            rows.addWeight(numbers[i], chunk.weight(i));
        }
        hideGone(side, numbers);
        rows.settle(numbers, numbers.length, gone -> {});
        matches = null;
    }

    /** Takes back the rows that are gone: their numbers may be given to others. */
    private void hideGone(JoinSide side, int[] numbers) {
        WeightedNumbers hidden = new WeightedNumbers();
        for (int number : numbers) {
            Before before = side.rows().weight(number) == 0 ? touched.get(side).remove(number) : null;
            long shown = before == null ? 0 : shown(before.weight, before.matches);
            if (shown != 0) {
                hidden.add(number, -shown);
            }
        }
        output.addAlone(side, hidden);
    }

    private long shown(long weight, long matched) {
        return matched > 0 == showsMatched ? weight : 0;
    }

    @Override
    public void end() {
        touched.forEach(this::show);
    }

    private void show(JoinSide side, Map<Integer, Before> rows) {
        WeightedNumbers changed = new WeightedNumbers();
        rows.forEach((row, before) -> {
            long now = shown(side.rows().weight(row), side.rows().note(row));
            long change = now - shown(before.weight, before.matches);
            if (change != 0) {
                changed.add(row, change);
            }
        });
        output.addAlone(side, changed);
    }
}
