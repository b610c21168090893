package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import java.nio.charset.StandardCharsets;

/**
 * How many characters a text has when every occurrence of a constant is replaced by another constant, without making that
 * text: the usual way to count occurrences in SQL, {@code CHAR_LENGTH(t) - CHAR_LENGTH(REPLACE(t, 'x', ''))}.
 */
record ReplacedLengthKernel(Kernel text, byte[] search, byte[] by) implements Kernel {

    /** Whether the length of an expression can be computed that way. */
    static boolean fits(Expression measured) {
        return measured instanceof Call call
                && call.operation() == Operation.REPLACE
                && isText(call.operands().get(1))
                && isText(call.operands().get(2));
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Literal literal && literal.value() instanceof String;
    }

    /** The bytes of a constant of a call that {@link #fits}. */
    static byte[] constant(Call replace, int operand) {
        Literal literal = (Literal) replace.operands().get(operand);
        return ((String) literal.value()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn texts = (BytesColumn) text.evaluate(input, selection);
        byte[] bytes = texts.bytes();
        int[] offsets = texts.offsets();
        long[] validity = texts.validity();
        int more = Utf8.length(by, 0, by.length) - Utf8.length(search, 0, search.length);
        long[] lengths = new long[input.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (Validity.isValid(validity, row)) {
                int from = offsets[row];
                int to = offsets[row + 1];
                int found = search.length == 0 ? 0 : count(bytes, from, to);
                lengths[row] = Utf8.length(bytes, from, to) + (long) found * more;
            }
        }
        return new LongColumn(lengths, validity, input.size());
    }

    private int count(byte[] bytes, int from, int to) {
        int count = search.length == 1 ? Utf8.count(bytes, from, to, search[0]) : countTexts(bytes, from, to);
        int longer = count == 0 ? 0 : Math.max(0, by.length - search.length);
        ReplaceKernel.check(to - from + (long) count * longer, longer);
        return count;
    }

    private int countTexts(byte[] bytes, int from, int to) {
        int count = 0;
        int found = Utf8.indexOf(bytes, from, to, search, 0, search.length);
        while (found >= 0) {
            count++;
            found = Utf8.indexOf(bytes, found + search.length, to, search, 0, search.length);
        }
        return count;
    }
}
