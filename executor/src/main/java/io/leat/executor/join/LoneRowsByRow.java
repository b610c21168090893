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
        if (!side.showsAlone()) {
            side.add(chunk);
            return;
        }
        for (int i = 0; i < chunk.size(); i++) {
            if (!side.hasNullKey(chunk, i)) {
                apply(side, chunk, i, matches == null ? 0 : matches[i]);
            }
        }
        matches = null;
    }

    private void apply(JoinSide side, Chunk chunk, int row, long sum) {
        RowMultimap rows = side.rows();
        int existing = rows.findRow(chunk, row);
        if (existing != RowMultimap.NONE) {
            touch(side, existing);
        }
        int number = rows.add(chunk, row, chunk.weight(row));
        if (number == RowMultimap.NONE) {
            // The number may be given to another row: settle this one now.
            Before before = touched.get(side).remove(existing);
            output.addAlone(side, chunk, row, -shown(before.weight, before.matches));
        } else if (existing == RowMultimap.NONE) {
            rows.setNote(number, sum);
            touched.get(side).put(number, new Before(0, 0));
        }
    }

    private long shown(long weight, long matched) {
        return matched > 0 == showsMatched ? weight : 0;
    }

    @Override
    public void end() {
        touched.forEach((side, rows) -> rows.forEach((row, before) -> {
            long now = shown(side.rows().weight(row), side.rows().note(row));
            long change = now - shown(before.weight, before.matches);
            if (change != 0) {
                output.addAlone(side, row, change);
            }
        }));
    }
}
