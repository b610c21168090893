package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/**
 * SUBSTRING as the SQL standard has it: the characters at the positions from {@code start} (counted from 1) to {@code
 * start + length - 1} that exist. So a start of 0 or below uses up some of the length.
 *
 * @param length how many characters, or null for all that follow
 * @param text whether to count characters, else bytes
 */
record SubstringKernel(Kernel operand, Kernel start, Kernel length, boolean text) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn source = (BytesColumn) operand.evaluate(input, selection);
        LongColumn starts = (LongColumn) start.evaluate(input, selection);
        LongColumn lengths = length == null ? null : (LongColumn) length.evaluate(input, selection);
        long[] validity = Validity.and(source.validity(), starts.validity());
        validity = lengths == null ? validity : Validity.and(validity, lengths.validity());
        BytesResult result = new BytesResult(input.size(), source.offsets()[source.size()]);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            if (Validity.isValid(validity, row)) {
                long first = starts.values()[row];
                write(source, row, first, lengths == null ? Long.MAX_VALUE : end(first, lengths.values()[row]), result);
            }
        }
        return result.column(validity);
    }

    /** The position after the last one. */
    private static long end(long first, long length) {
        if (length < 0) {
            throw LeatException.of(ErrorCode.DATA, "negative substring length: " + length);
        }
        return first > Long.MAX_VALUE - length ? Long.MAX_VALUE : first + length;
    }

    private void write(BytesColumn source, int row, long first, long end, BytesResult result) {
        byte[] bytes = source.bytes();
        int from = source.offsets()[row];
        int to = source.offsets()[row + 1];
        long skipped = Math.max(0, first - 1);
        long taken = Math.max(0, end - Math.max(first, 1));
        boolean byBytes = !text || Utf8.isAscii(bytes, from, to);
        int begin =
                byBytes ? (int) Math.min(to, from + Math.min(skipped, to - from)) : Utf8.skip(bytes, from, to, skipped);
        int until = byBytes ? (int) (begin + Math.min(taken, to - begin)) : Utf8.skip(bytes, begin, to, taken);
        result.write(bytes, begin, until - begin);
    }
}
