package io.leat.executor.aggregate;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Arrays;
import java.util.List;

/** The results of groups, as columns that grow. A row that cannot be computed is NULLs, and known not to be there. */
final class ResultRows {
    private final List<AggregateResult> results;
    private final List<ColumnBuilder> columns;
    private boolean[] computed = new boolean[0];
    private int size;
    /** The place of the result that could not be computed last. */
    private int failed;

    /** What is told of a group that cannot be computed. */
    interface Failures {
        /** The result of an aggregate cannot be computed for a group. */
        void failed(LeatException error, int aggregate, int group);
    }

    ResultRows(List<AggregateResult> results, List<ColumnBuilder> columns) {
        this.results = results;
        this.columns = columns;
    }

    /** Adds the results of the first so many groups, in their order, and returns the number of the first row. */
    int add(int[] groups, int count, Failures failures) {
        int first = size;
        if (computed.length < size + count) {
            computed = Arrays.copyOf(computed, Math.max(size + count, computed.length * 2));
        }
        if (append(groups, 0, count) == null) {
            Arrays.fill(computed, size, size + count, true);
            size += count;
        } else {
            addOneByOne(groups, count, failures);
        }
        return first;
    }

    private void addOneByOne(int[] groups, int count, Failures failures) {
        for (int i = 0; i < count; i++) {
            LeatException error = append(groups, i, i + 1);
            computed[size] = error == null;
            if (error != null) {
                failures.failed(error, failed, groups[i]);
                columns.forEach(ColumnBuilder::appendNull);
            }
            size++;
        }
    }

    /** Appends some results to all columns; if one cannot be computed, nothing, and the reason is returned. */
    private LeatException append(int[] groups, int from, int to) {
        try {
            for (failed = 0; failed < results.size(); failed++) {
                results.get(failed).append(groups, from, to, columns.get(failed));
            }
            return null;
        } catch (LeatException error) {
            if (error.code() == ErrorCode.INTERNAL) {
                throw error;
            }
            columns.forEach(column -> column.truncate(size));
            return error;
        }
    }

    /** Whether a row could be computed. */
    boolean isComputed(int row) {
        return computed[row];
    }

    /** The columns of all rows; the rows are gone from here then. */
    List<Column> take() {
        return columns.stream().map(ColumnBuilder::build).toList();
    }
}
