package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.Validity;
import io.leat.core.type.DataType;
import java.util.List;

/** COALESCE: the first operand that is not NULL; each operand is computed only for rows where those before it are NULL. */
record CoalesceKernel(DataType type, List<Kernel> operands) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        Column first = operands.get(0).evaluate(input, selection);
        Selection open = nulls(first, selection);
        if (open.isEmpty()) {
            return first;
        }
        ColumnMerge merge = new ColumnMerge(type, input.size());
        merge.add(first, selection);
        for (int i = 1; i < operands.size() && !open.isEmpty(); i++) {
            Column next = operands.get(i).evaluate(input, open);
            merge.add(next, open);
            open = nulls(next, open);
        }
        return merge.build();
    }

    private static Selection nulls(Column column, Selection selection) {
        long[] validity = column.validity();
        if (validity == null) {
            return Selection.all(0);
        }
        int[] rows = new int[selection.count()];
        int count = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!Validity.isValid(validity, row)) {
                rows[count++] = row;
            }
        }
        return new Selection(rows, count);
    }
}
