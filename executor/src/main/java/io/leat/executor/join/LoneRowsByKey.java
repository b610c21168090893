package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Join;
import io.leat.executor.state.KeyTable;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowMultimap;
import java.util.ArrayList;
import java.util.List;

/**
 * Lone rows of joins in which equal keys are all that a match needs: all rows of a key share their fate, so that it is
 * decided once a key, by whether the other side has any row of it before and after the tick.
 */
final class LoneRowsByKey implements LoneRows {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final JoinSide[] sides;
    private final boolean showsMatched;
    private final JoinOutput output;

    private final RowBytes scratch = new RowBytes();
    private final KeyTable keys = new KeyTable();
    private final LongValues[] before = {new LongValues(), new LongValues()};
    private final LongValues[] after = {new LongValues(), new LongValues()};
    private final List<Change> changes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    /** A changed chunk of a side, and the number of each row's key; {@link KeyTable#NONE} for NULL. */
    private record Change(int side, Chunk chunk, int[] keys) {}

    /** A row that has a key. */
    private record Sample(JoinSide side, Chunk chunk, int row) {

        int keyIn(RowMultimap rows) {
            return rows.findKey(side.keys(), chunk, row);
        }
    }

    LoneRowsByKey(Join plan, JoinSide left, JoinSide right, JoinOutput output) {
        this.sides = new JoinSide[] {left, right};
        this.showsMatched = plan.kind() == Join.Kind.SEMI;
        this.output = output;
    }

    @Override
    public void begin(List<Chunk> left, List<Chunk> right) {
        left.forEach(chunk -> collect(LEFT, chunk));
        right.forEach(chunk -> collect(RIGHT, chunk));
        for (int side = LEFT; side <= RIGHT; side++) {
            if (sides[side].showsAlone()) {
                hideOld(side);
            }
        }
        changes.stream().filter(change -> sides[change.side].showsAlone()).forEach(this::showChanges);
    }

    private void collect(int side, Chunk chunk) {
        int[] numbers = new int[chunk.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = sides[side].hasNullKey(chunk, i) ? KeyTable.NONE : number(sides[side], chunk, i);
            if (numbers[i] != KeyTable.NONE) {
                after[side].add(numbers[i], chunk.weight(i));
            }
        }
        changes.add(new Change(side, chunk, numbers));
    }

    private int number(JoinSide side, Chunk chunk, int row) {
        side.keys().encode(chunk, row, scratch);
        int number = keys.add(scratch);
        if (number == samples.size()) {
            Sample sample = new Sample(side, chunk, row);
            samples.add(sample);
            for (int i = LEFT; i <= RIGHT; i++) {
                int key = sample.keyIn(sides[i].rows());
                long weight = key == RowMultimap.NONE ? 0 : sides[i].rows().keyWeight(key);
                before[i].set(number, weight);
                after[i].set(number, weight);
            }
        }
        return number;
    }

    private boolean showedBefore(int side, int key) {
        return before[1 - side].get(key) > 0 == showsMatched;
    }

    private boolean showsAfter(int side, int key) {
        return after[1 - side].get(key) > 0 == showsMatched;
    }

    /** Takes back the old rows of keys that are no longer shown. */
    private void hideOld(int side) {
        for (int key = 0; key < samples.size(); key++) {
            if (showedBefore(side, key) && !showsAfter(side, key)) {
                output.addAllAlone(sides[side], samples.get(key).keyIn(sides[side].rows()), -1);
            }
        }
    }

    /** Shows the changes of keys that were shown and still are. */
    private void showChanges(Change change) {
        for (int i = 0; i < change.keys.length; i++) {
            int key = change.keys[i];
            if (key != KeyTable.NONE && showedBefore(change.side, key) && showsAfter(change.side, key)) {
                output.addAlone(sides[change.side], change.chunk, i, change.chunk.weight(i));
            }
        }
    }

    /** Shows all rows of keys that were not shown before. */
    @Override
    public void end() {
        for (int side = LEFT; side <= RIGHT; side++) {
            for (int key = 0; key < samples.size() && sides[side].showsAlone(); key++) {
                if (!showedBefore(side, key) && showsAfter(side, key)) {
                    output.addAllAlone(sides[side], samples.get(key).keyIn(sides[side].rows()), 1);
                }
            }
        }
    }
}
