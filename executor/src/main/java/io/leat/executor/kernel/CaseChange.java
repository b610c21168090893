package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import java.util.Locale;

/** UPPER and LOWER. A column that is all ASCII keeps its offsets, and all its bytes are changed in one loop. */
record CaseChange(Kernel operand, boolean upper) implements Kernel {
    private static final int CASE_BIT = 'a' - 'A';

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn column = (BytesColumn) operand.evaluate(input, selection);
        int from = column.offsets()[0];
        int to = column.offsets()[column.size()];
        boolean most = selection.count() >= input.size() / 2;
        return most && Utf8.isAscii(column.bytes(), from, to) ? whole(column, from, to) : byRow(column, selection);
    }

    private BytesColumn whole(BytesColumn column, int from, int to) {
        byte[] changed = new byte[to];
        change(column.bytes(), from, to, changed, from);
        return new BytesColumn(changed, column.offsets(), column.validity(), column.size());
    }

    /** Changes the letters of ASCII and copies everything else. */
    private void change(byte[] source, int from, int to, byte[] target, int at) {
        byte first = (byte) (upper ? 'a' : 'A');
        byte last = (byte) (upper ? 'z' : 'Z');
        for (int i = from; i < to; i++) {
            byte letter = source[i];
            int bit = letter >= first && letter <= last ? CASE_BIT : 0;
            target[at + i - from] = (byte) (letter ^ bit);
        }
    }

    private BytesColumn byRow(BytesColumn column, Selection selection) {
        byte[] bytes = column.bytes();
        BytesResult result = new BytesResult(column.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int from = column.offsets()[row];
            int to = column.offsets()[row + 1];
            result.begin(row);
            if (Utf8.isAscii(bytes, from, to)) {
                change(bytes, from, to, result.bytes(to - from), result.advance(to - from));
            } else {
                String text = column.text(row);
                result.write(upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
            }
        }
        return result.column(column.validity());
    }
}
