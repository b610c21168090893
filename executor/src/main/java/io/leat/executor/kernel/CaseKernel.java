package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.type.DataType;
import java.util.List;

/**
 * CASE: a row takes the value beside the first condition that is TRUE for it, else the default. A condition is computed
 * for the rows that are still open, a value only for the rows that take it.
 *
 * @param defaultValue the default, or null when it is NULL
 */
record CaseKernel(DataType type, List<Predicate> conditions, List<Kernel> values, Kernel defaultValue)
        implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        ColumnMerge merge = new ColumnMerge(type, input.size());
        Selection open = selection;
        for (int i = 0; i < conditions.size() && !open.isEmpty(); i++) {
            Selection taken = conditions.get(i).select(input, open);
            if (taken.count() == selection.count()) {
                return values.get(i).evaluate(input, taken);
            }
            if (!taken.isEmpty()) {
                merge.add(values.get(i).evaluate(input, taken), taken);
                open = open.without(taken);
            }
        }
        if (defaultValue != null && !open.isEmpty()) {
            merge.add(defaultValue.evaluate(input, open), open);
        }
        return merge.build();
    }
}
