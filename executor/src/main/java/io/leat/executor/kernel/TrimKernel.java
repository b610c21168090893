package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.Validity;

/** TRIM: takes characters off the ends of a text as long as they are among those to remove. */
record TrimKernel(boolean leading, boolean trailing, Kernel removed, Kernel operand) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn set = (BytesColumn) removed.evaluate(input, selection);
        BytesColumn source = (BytesColumn) operand.evaluate(input, selection);
        long[] validity = Validity.and(set.validity(), source.validity());
        BytesResult result = new BytesResult(input.size(), source.offsets()[source.size()]);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            if (Validity.isValid(validity, row)) {
                trim(source, set, row, result);
            }
        }
        return result.column(validity);
    }

    private void trim(BytesColumn source, BytesColumn set, int row, BytesResult result) {
        byte[] bytes = source.bytes();
        int from = source.offsets()[row];
        int to = source.offsets()[row + 1];
        while (leading && from < to && isIn(set, row, bytes, from, Utf8.next(bytes, from, to))) {
            from = Utf8.next(bytes, from, to);
        }
        while (trailing && from < to && isIn(set, row, bytes, Utf8.previous(bytes, from, to), to)) {
            to = Utf8.previous(bytes, from, to);
        }
        result.write(bytes, from, to - from);
    }

    private static boolean isIn(BytesColumn set, int row, byte[] bytes, int from, int to) {
        return Utf8.indexOf(set.bytes(), set.offsets()[row], set.offsets()[row + 1], bytes, from, to) >= 0;
    }
}
