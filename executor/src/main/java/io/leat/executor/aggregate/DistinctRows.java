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
        List<GroupedRows> passed =
                filters.stream().map(filter -> filter.of(all)).toList();
        int count = collect(all, passed);
        int[] numbers = values.addAll(candidateGroups, arguments(all, count), count);
        if (numberOfRow.length < all.count()) {
            numberOfRow = new int[all.count()];
        }
        for (int i = 0; i < count; i++) {
            numberOfRow[candidates[i]] = numbers[i];
        }
        for (int filter = 0; filter < passed.size(); filter++) {
            change(filter, passed.get(filter), results.get(filter));
        }
        values.settle(candidateGroups, numbers, count);
    }

    /** Collects the rows that any filter lets pass. */
    private int collect(GroupedRows all, List<GroupedRows> passed) {
        if (candidates.length < all.count()) {
            candidates = new int[all.count()];
            candidateGroups = new int[all.count()];
        }
        boolean[] passes = new boolean[all.count()];
        for (GroupedRows rows : passed) {
            for (int i = 0; i < rows.count(); i++) {
                passes[rows.rows()[i]] = true;
            }
        }
        int count = 0;
        for (int row = 0; row < passes.length; row++) {
            if (passes[row]) {
                candidates[count] = row;
                candidateGroups[count++] = all.groups()[row];
            }
        }
        return count;
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
