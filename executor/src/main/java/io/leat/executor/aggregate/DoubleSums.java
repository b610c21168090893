package io.leat.executor.aggregate;

import io.leat.executor.state.BytesValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.State;
import io.leat.executor.state.StateArchive;
import io.leat.executor.state.StateKind;

/**
 * An {@link ExactSum} of doubles a group: in a few words of one array, and elsewhere if it takes more, as hardly any does.
 */
final class DoubleSums implements State {
    private static final int WORDS = 8;
    private static final long ELSEWHERE = Long.MIN_VALUE;

    private final LongValues words = new LongValues();
    private final BytesValues longer = new BytesValues();

    // Of use within one call only.
    private final ExactSum sum = new ExactSum();
    private final RowBytes bytes = new RowBytes();
    private long[] scratch = new long[WORDS];

    /** How to open it from a store. */
    static StateKind<DoubleSums> kind() {
        return new StateKind<>("sums of doubles", DoubleSums::new);
    }

    /** Adds a number to a group's sum so many times. */
    void add(int group, double number, long weight) {
        int first = group * WORDS;
        long[] array = words.array(first + WORDS);
        boolean wasLonger = array[first] == ELSEWHERE;
        ExactSum known = get(group);
        known.add(number, weight);
        if (known.words() <= WORDS) {
            known.store(array, first);
            if (wasLonger) {
                longer.clear(group);
            }
        } else {
            array[first] = ELSEWHERE;
            storeLonger(group, known);
        }
    }

    /** A group's sum, valid until the next call. */
    ExactSum get(int group) {
        int first = group * WORDS;
        long[] array = words.array(first + WORDS);
        if (array[first] == ELSEWHERE) {
            loadLonger(group);
        } else {
            sum.load(array, first);
        }
        return sum;
    }

    private void storeLonger(int group, ExactSum known) {
        int count = known.words();
        makeRoom(count);
        known.store(scratch, 0);
        bytes.clear();
        for (int i = 0; i < count; i++) {
            bytes.putLong(scratch[i]);
        }
        longer.set(group, bytes.bytes(), 0, bytes.length());
    }

    private void loadLonger(int group) {
        byte[] stored = longer.get(group);
        int count = stored.length / Long.BYTES;
        makeRoom(count);
        for (int i = 0; i < count; i++) {
            scratch[i] = RowBytes.getLong(stored, i * Long.BYTES);
        }
        sum.load(scratch, 0);
    }

    private void makeRoom(int count) {
        if (scratch.length < count) {
            scratch = new long[count];
        }
    }

    /** Forgets a group's sum. */
    void clear(int group) {
        for (int i = 0; i < WORDS; i++) {
            words.set(group * WORDS + i, 0);
        }
        longer.clear(group);
    }

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit) {
        words.trim(groupLimit * WORDS);
        longer.trim(groupLimit);
    }

    @Override
    public void archive(StateArchive archive) {
        words.archive(archive);
        longer.archive(archive);
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public long bytes() {
        return words.bytes() + longer.bytes();
    }
}
