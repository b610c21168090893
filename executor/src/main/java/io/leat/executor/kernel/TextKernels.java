package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;

/** Operations on text, which is UTF-8: characters are code points. */
final class TextKernels {
    private static final byte BLANK = ' ';

    private TextKernels() {}

    /** The text without the blanks at its end; the same column when no text has any. */
    static Kernel withoutTrailingBlanks(Kernel operand) {
        return (input, selection) -> {
            BytesColumn column = (BytesColumn) operand.evaluate(input, selection);
            return anyTrailingBlank(column, selection) ? trimmed(column, selection) : column;
        };
    }

    private static boolean anyTrailingBlank(BytesColumn column, Selection selection) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (column.length(row) > 0 && column.bytes()[column.offsets()[row + 1] - 1] == BLANK) {
                return true;
            }
        }
        return false;
    }

    private static BytesColumn trimmed(BytesColumn column, Selection selection) {
        BytesResult result = new BytesResult(column.size(), column.offsets()[column.size()]);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int from = column.offsets()[row];
            int to = column.offsets()[row + 1];
            while (to > from && column.bytes()[to - 1] == BLANK) {
                to--;
            }
            result.begin(row);
            result.write(column.bytes(), from, to - from);
        }
        return result.column(column.validity());
    }
}
