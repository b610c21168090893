package io.leat.executor.aggregate;

/** Counts what partial rows have counted. */
final class MergingCount implements Accumulator {
    private final int countColumn;
    private final CountAccumulator count;
    private final GroupedRows counted = new GroupedRows();

    MergingCount(int countColumn, CountAccumulator count) {
        this.countColumn = countColumn;
        this.count = count;
    }

    @Override
    public void update(GroupedRows rows) {
        count.update(counted.weigh(rows, countColumn));
    }

    @Override
    public void clear(int group) {
        count.clear(group);
    }

    @Override
    public void trim(int groupLimit) {
        count.trim(groupLimit);
    }
}
