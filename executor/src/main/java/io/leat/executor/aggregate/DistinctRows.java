package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.executor.state.DistinctValues;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows by which a value of some columns comes into its group or goes, for each of some filters. The values are looked
 * up once a chunk for all filters.
 */
final class DistinctRows {
    private final List<Integer> columns;
    private final List<RowChoice> filters;
    private final DistinctValues values;
    private final List<GroupedRows> results = new ArrayList<>();

    // Of one chunk.
    private boolean done;
    private int[] candidates = new int[0];
    private int[] candidateGroups = new int[0];
    private int[] numberOfRow = new int[0];
    private int[] filtersOfRow = new int[0];
    private int[] filtersOfCandidate = new int[0];

    /** Rows by the values of some columns, which for each filter are chosen by it first. */
    DistinctRows(List<Integer> columns, List<RowChoice> filters, DistinctValues values) {
        this.columns = columns;
        this.filters = filters;
        this.values = values;
        filters.forEach(filter -> results.add(new GroupedRows()));
    }

    /** The choice of one filter's rows: weight 1 for a value that comes, -1 for one that goes. */
    RowChoice choice(int filter) {
        return new RowChoice() {

            @Override
            void begin() {
                super.begin();
                done = false;
            }

            @Override
            GroupedRows choose(GroupedRows all) {
                if (!done) {
                    chooseAll(all);
                    done = true;
                }
                return results.get(filter);
            }
        };
    }

    private void chooseAll(GroupedRows all) {
        List<GroupedRows> passed = new ArrayList<>(filters.size());
        for (RowChoice filter : filters) {
            passed.add(filter.of(all));
        }
        makeRoom(all.chunk().size());
        int count = collect(all, passed);
        int[] numbers = values.addAll(candidateGroups, arguments(all, count), count);
        if (values.grows()) {
            see(all, passed, numbers, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            numberOfRow[candidates[i]] = numbers[i];
        }
        for (int filter = 0; filter < passed.size(); filter++) {
            change(filter, passed.get(filter), results.get(filter));
        }
        values.settle(candidateGroups, numbers, count);
    }

    private void makeRoom(int size) {
        if (candidates.length < size) {
            candidates = new int[size];
            candidateGroups = new int[size];
            numberOfRow = new int[size];
            filtersOfRow = new int[size];
            filtersOfCandidate = new int[size];
        }
    }

    /** Collects the rows that any filter lets pass. */
    private int collect(GroupedRows all, List<GroupedRows> passed) {
        for (int filter = 0; filter < passed.size(); filter++) {
            mark(passed.get(filter), 1 << filter);
        }
        int[] rows = all.rows();
        int[] groups = all.groups();
        int count = 0;
        for (int i = 0; i < all.count(); i++) {
            candidates[count] = rows[i];
            candidateGroups[count] = groups[i];
            filtersOfCandidate[count] = filtersOfRow[rows[i]];
            count += filtersOfRow[rows[i]] != 0 ? 1 : 0;
            filtersOfRow[rows[i]] = 0;
        }
        return count;
    }

    /** Notes that a filter lets rows pass; of more filters than bits several share one, which matters to nobody. */
    private void mark(GroupedRows rows, int bit) {
        int[] numbers = rows.rows();
        for (int i = 0; i < rows.count(); i++) {
            filtersOfRow[numbers[i]] |= bit;
        }
    }

    /** The rows by which values come, if none ever goes. */
    private void see(GroupedRows all, List<GroupedRows> passed, int[] numbers, int count) {
        values.see(numbers, filtersOfCandidate, count);
        for (int filter = 0; filter < passed.size(); filter++) {
            results.get(filter).begin(all.chunk(), all.groupLimit());
            results.get(filter).addAll(candidates, candidateGroups, filtersOfCandidate, 1 << filter, count);
        }
    }

    private List<Column> arguments(GroupedRows all, int count) {
        List<Column> arguments = new ArrayList<>(columns.size());
        for (int column : columns) {
            Column argument = all.chunk().column(column);
            arguments.add(count == all.count() ? argument : argument.gather(candidates, count));
        }
        return arguments;
    }

    private void change(int filter, GroupedRows rows, GroupedRows into) {
        into.begin(rows.chunk(), rows.groupLimit());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            int change = values.add(numberOfRow[row], filter, rows.weights()[i]);
            if (change != 0) {
                into.add(row, rows.groups()[i], change);
            }
        }
    }

    void clear(int group) {
        values.clear(group);
    }

    void trim(int groupLimit) {
        values.trim(groupLimit);
    }
}
