package io.leat.executor.aggregate;

import java.util.Arrays;

/**
 * Values of groups that were seen lately, each with the filters that its rows passed. A value has one place only: there it
 * drives out the one before. As many places as the values that come need, up to what fits near the processor.
 */
final class RecentValues {
    private static final int PLACES_MIN = 1 << 10;
    private static final int PLACES_MAX = 1 << 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] values = new long[PLACES_MIN];
    private int[] groups = new int[PLACES_MIN];
    /** The filters that were passed, a bit each; 0 where no value is. */
    private int[] filters = new int[PLACES_MIN];

    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(PLACES_MIN);
    private int newcomers;

    /**
     * Notes values of rows and the filters that these pass.
     *
     * @param passing where the rows are put that pass a filter which their value had not been seen to pass
     * @return how many there are
     */
    int addAll(long[] ofRows, int[] groupOfRow, int[] filtersOfRow, int size, int[] passing) {
        if (newcomers > filters.length && filters.length < PLACES_MAX) {
            grow();
        }
        int count = 0;
        for (int row = 0; row < size; row++) {
            passing[count] = row;
            count += isNew(ofRows[row], groupOfRow[row], filtersOfRow[row]) ? 1 : 0;
        }
        return count;
    }

    private boolean isNew(long value, int group, int passes) {
        if (passes == 0) {
            return false;
        }
        int place = (int) ((value ^ group * MIX) * MIX >>> shift);
        int known = filters[place];
        if (known == 0 || values[place] != value || groups[place] != group) {
            values[place] = value;
            groups[place] = group;
            filters[place] = passes;
            newcomers++;
            return true;
        }
        filters[place] = known | passes;
        return (passes & ~known) != 0;
    }

    private void grow() {
        int places = filters.length * 4;
        values = new long[places];
        groups = new int[places];
        filters = new int[places];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(places);
        newcomers = 0;
    }

    /** Forgets all values. */
    void clear() {
        Arrays.fill(filters, 0);
        newcomers = 0;
    }
}
