package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distinct values of each group, once for all the aggregates that ask for them with different filters: what
 * COUNT(DISTINCT ...) remembers.
 *
 * <p>A value of a group has a number, and for each filter a weight: how many rows with it passed. If rows are never taken
 * back, all that counts is whether there was one, and the weights are bits of one {@code int}.
 */
public final class DistinctValues implements State {
    /** The most filters that bits are kept for. */
    private static final int BITS = Integer.SIZE;

    private final RowTable values;
    /** The values of each group. If values only come, there are no lists before a group is first cleared. */
    private final Chains chains = new Chains();

    private boolean isChained;
    private final IntValues seen = new IntValues();
    private final List<LongValues> weights;
    private final boolean grows;
    private int[] numbers = new int[0];
    private long[] column = new long[0];

    private DistinctValues(List<DataType> types, int filters, boolean grows) {
        List<DataType> keyTypes = new ArrayList<>(List.of(DataType.BIGINT));
        keyTypes.addAll(types);
        this.values = RowTable.kind(keyTypes).create().get();
        this.grows = grows && filters <= BITS;
        this.isChained = !this.grows;
        this.weights = this.grows
                ? List.of()
                : IntStream.range(0, filters).mapToObj(i -> new LongValues()).toList();
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of the columns that together are a value
     * @param filters how many filters there are
     * @param grows whether rows are never taken back
     */
    public static StateKind<DistinctValues> kind(List<DataType> types, int filters, boolean grows) {
        return new StateKind<>("distinct values", () -> new DistinctValues(types, filters, grows));
    }

    /** The number of each row's value in its group, new ones if they are new; valid until {@link #settle}. */
    public int[] addAll(int[] groups, List<Column> columns, int count) {
        List<Column> keys = new ArrayList<>(columns.size() + 1);
        keys.add(groupColumn(groups, count));
        keys.addAll(columns);
        if (numbers.length < count) {
            numbers = new int[count];
        }
        values.addAll(keys, count, numbers);
        for (int i = 0; isChained && i < values.freshCount(); i++) {
            int row = values.freshRow(i);
            chains.add(groups[row], numbers[row]);
        }
        return numbers;
    }

    private Column groupColumn(int[] groups, int count) {
        if (column.length < count) {
            column = new long[count];
        }
        for (int i = 0; i < count; i++) {
            column[i] = groups[i];
        }
        return new LongColumn(column, null, count);
    }

    /**
     * Adds to the weight that a filter has for a value.
     *
     * @return 1 if the value has come thereby, -1 if it has gone, else 0
     */
    public int add(int number, int filter, long weight) {
        if (grows) {
            int bits = seen.get(number);
            int bit = 1 << filter;
            if ((bits & bit) != 0) {
                return 0;
            }
            seen.set(number, bits | bit);
            return 1;
        }
        long sum = weights.get(filter).add(number, weight);
        boolean before = sum - weight > 0;
        return before == sum > 0 ? 0 : before ? -1 : 1;
    }

    /** Whether {@link #see} may be used: rows are never taken back. */
    public boolean grows() {
        return grows;
    }

    /**
     * Notes which filters rows with values have passed, if values only come.
     *
     * @param filters a bit for each filter that a row has passed, the lowest for the first; afterwards only the bits of
     *     those by which the value has come
     */
    public void see(int[] valueNumbers, int[] filters, int count) {
        int[] bits = seen.array(values.limit());
        for (int i = 0; i < count; i++) {
            int number = valueNumbers[i];
            int before = bits[number];
            bits[number] = before | filters[i];
            filters[i] &= ~before;
        }
    }

    /** Forgets those values among the given ones that no filter has a weight for. */
    public void settle(int[] groups, int[] changed, int count) {
        for (int i = 0; !grows && i < count; i++) {
            int number = changed[i];
            if (isGone(number) && !seenGone(number)) {
                seen.set(number, 1);
                chains.remove(groups[i], number);
            }
        }
        for (int i = 0; !grows && i < count; i++) {
            if (seenGone(changed[i])) {
                seen.set(changed[i], 0);
                values.remove(changed[i]);
            }
        }
    }

    /** While values settle, the bits say which of them are being removed, since a value may stand there several times. */
    private boolean seenGone(int number) {
        return seen.get(number) != 0;
    }

    private boolean isGone(int number) {
        for (LongValues filter : weights) {
            if (filter.get(number) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets a group's values. */
    public void clear(int group) {
        if (!isChained) {
            chain();
        }
        for (int number = chains.first(group); number != Chains.NONE; number = chains.first(group)) {
            chains.remove(group, number);
            seen.set(number, 0);
            for (LongValues filter : weights) {
                filter.set(number, 0);
            }
            values.remove(number);
        }
    }

    private void chain() {
        isChained = true;
        int[] all = new int[values.size()];
        int count = 0;
        for (int number = values.next(0); number != RowTable.NONE; number = values.next(number + 1)) {
            all[count++] = number;
        }
        long[] groups = ((LongColumn) values.gather(0, all, count)).values();
        for (int i = 0; i < count; i++) {
            chains.add((int) groups[i], all[i]);
        }
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        values.trim();
        seen.trim(values.limit());
        chains.trim(groupLimit, values.limit());
        weights.forEach(filter -> filter.trim(values.limit()));
    }

    @Override
    public void archive(StateArchive archive) {
        values.archive(archive);
        chains.archive(archive);
        if (archive.isRestoring()) {
            isChained = !grows || !chains.isUnused();
        }
        seen.archive(archive);
        weights.forEach(filter -> filter.archive(archive));
    }

    @Override
    public long rows() {
        return values.size();
    }

    @Override
    public long bytes() {
        return values.bytes()
                + chains.bytes()
                + seen.bytes()
                + weights.stream().mapToLong(LongValues::bytes).sum();
    }
}
