package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import java.util.List;

/** Operations on text, which is UTF-8: characters are code points. Some serve binary as well, by the byte. */
final class TextKernels {
    private static final byte BLANK = ' ';

    private TextKernels() {}

    /** The text without the blanks at its end; the same column when no text has any. */
    static Kernel withoutTrailingBlanks(Kernel operand) {
        return (input, selection) -> {
            BytesColumn column = (BytesColumn) operand.evaluate(input, selection);
            return anyTrailingBlank(column, selection) ? withoutTrailingBlanks(column, selection) : column;
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

    private static BytesColumn withoutTrailingBlanks(BytesColumn column, Selection selection) {
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

    /** Text after text, or binary after binary; NULL when one of them is. */
    static Kernel concat(List<Kernel> operands) {
        return (input, selection) -> {
            BytesColumn[] columns = new BytesColumn[operands.size()];
            long[] validity = null;
            int bytes = 0;
            for (int i = 0; i < columns.length; i++) {
                columns[i] = (BytesColumn) operands.get(i).evaluate(input, selection);
                validity = Validity.and(validity, columns[i].validity());
                bytes += columns[i].offsets()[columns[i].size()];
            }
            return concat(columns, selection, validity, new BytesResult(input.size(), bytes));
        };
    }

    private static Column concat(BytesColumn[] columns, Selection selection, long[] validity, BytesResult result) {
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            for (int k = 0; k < columns.length && Validity.isValid(validity, row); k++) {
                result.copy(columns[k], row);
            }
        }
        return result.column(validity);
    }

    /** How many characters a text has, or bytes a binary. */
    static Kernel length(Kernel operand, boolean text) {
        return StrictKernels.bytesToLongs(operand, (column, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = text
                        ? Utf8.length(column.bytes(), column.offsets()[row], column.offsets()[row + 1])
                        : column.length(row);
            }
        });
    }

    /** The place of the first operand in the second, counted from 1; 0 if it is not there. */
    static Kernel position(Kernel wanted, Kernel operand, boolean text) {
        return StrictKernels.bytesToLongs(wanted, operand, (a, b, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                int from = b.offsets()[row];
                int to = b.offsets()[row + 1];
                int found = Utf8.indexOf(b.bytes(), from, to, a.bytes(), a.offsets()[row], a.offsets()[row + 1]);
                int before = found < 0 || !text ? found - from : Utf8.length(b.bytes(), from, found);
                result[row] = found < 0 ? 0 : before + 1;
            }
        });
    }

    /** The truth of LIKE for texts and patterns; see {@link LikeMatcher}. */
    static Kernel like(Kernel text, Kernel pattern, Kernel escape) {
        return (input, selection) -> {
            BytesColumn texts = (BytesColumn) text.evaluate(input, selection);
            BytesColumn patterns = (BytesColumn) pattern.evaluate(input, selection);
            BytesColumn escapes = escape == null ? null : (BytesColumn) escape.evaluate(input, selection);
            long[] validity = Validity.and(texts.validity(), patterns.validity());
            validity = escape == null ? validity : Validity.and(validity, escapes.validity());
            return like(texts, patterns, escapes, selection, validity);
        };
    }

    private static Column like(
            BytesColumn texts, BytesColumn patterns, BytesColumn escapes, Selection selection, long[] validity) {
        long[] result = new long[texts.size()];
        LikeMatcher matcher = null;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                if (matcher == null || !matcher.isOf(patterns, escapes, row)) {
                    matcher = LikeMatcher.of(patterns, escapes, row);
                }
                boolean matches = matcher.matches(texts.bytes(), texts.offsets()[row], texts.offsets()[row + 1]);
                result[row] = matches ? 1 : 0;
            }
        }
        return new LongColumn(result, validity, texts.size());
    }
}
