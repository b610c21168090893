package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Join;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowMultimap;
import io.leat.executor.state.RowTable;
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

    private final RowTable keys;
    private final LongValues[] before = {new LongValues(), new LongValues()};
    private final LongValues[] after = {new LongValues(), new LongValues()};
    private final List<Change> changes = new ArrayList<>();

    /** A changed chunk of a side, and the number of each row's key. */
    private record Change(int side, Chunk chunk, int[] keys) {}

    LoneRowsByKey(Join plan, JoinSide left, JoinSide right, JoinOutput output) {
        this.sides = new JoinSide[] {left, right};
        this.showsMatched = plan.kind() == Join.Kind.SEMI;
        this.output = output;
        this.keys = RowTable.kind(plan.left().schema().select(plan.leftKeys()).types())
                .create()
                .get();
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
        int known = keys.size();
        keys.addAll(sides[side].keys(chunk), chunk.size(), numbers);
        for (int other = LEFT; other <= RIGHT; other++) {
            int[] found = keysIn(sides[other].rows());
            for (int key = known; key < keys.size(); key++) {
                long weight =
                        found[key] == RowMultimap.NONE ? 0 : sides[other].rows().keyWeight(found[key]);
                before[other].set(key, weight);
                after[other].set(key, weight);
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            after[side].add(numbers[i], chunk.weight(i));
        }
        changes.add(new Change(side, chunk, numbers));
    }

    /** Where the keys of this tick are among remembered rows. */
    private int[] keysIn(RowMultimap rows) {
        int[] found = new int[keys.size()];
        int[] all = new int[found.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        rows.findKeys(keys.gather(all, all.length), all.length, found);
        return found;
    }

    private boolean showedBefore(int side, int key) {
        return before[1 - side].get(key) > 0 == showsMatched;
    }

    private boolean showsAfter(int side, int key) {
        return after[1 - side].get(key) > 0 == showsMatched;
    }

    /** Takes back the old rows of keys that are no longer shown. */
    private void hideOld(int side) {
        int[] found = keysIn(sides[side].rows());
        WeightedNumbers hidden = new WeightedNumbers();
        for (int key = 0; key < found.length; key++) {
            if (showedBefore(side, key) && !showsAfter(side, key)) {
                JoinOutput.collect(sides[side].rows(), found[key], -1, hidden);
            }
        }
        output.addAlone(sides[side], hidden);
    }

    /** Shows the changes of keys that were shown and still are. */
    private void showChanges(Change change) {
        for (int i = 0; i < change.keys.length; i++) {
            int key = change.keys[i];
            if (showedBefore(change.side, key) && showsAfter(change.side, key)) {
                output.addAlone(sides[change.side], change.chunk, i, change.chunk.weight(i));
            }
        }
    }

    /** Shows all rows of keys that were not shown before. */
    @Override
    public void end() {
        for (int side = LEFT; side <= RIGHT; side++) {
            if (sides[side].showsAlone()) {
                showNew(side);
            }
        }
    }

    private void showNew(int side) {
        int[] found = keysIn(sides[side].rows());
        WeightedNumbers shown = new WeightedNumbers();
        for (int key = 0; key < found.length; key++) {
            if (!showedBefore(side, key) && showsAfter(side, key)) {
                JoinOutput.collect(sides[side].rows(), found[key], 1, shown);
            }
        }
        output.addAlone(sides[side], shown);
    }
}
