package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * IN with literals, by binary search in the sorted constants.
 *
 * @param longs the constants of a column of longs, else null
 * @param bytes the constants of a column of text or binary, else null
 * @param lengths bit n is set where one of {@code bytes} is n long, the last bit for all longer ones: most texts that are
 *     not found have another length
 * @param orNull whether one of the constants is NULL, so that what is not found is NULL
 */
record InKernel(Kernel operand, long[] longs, byte[][] bytes, long lengths, boolean orNull) implements Kernel {
    private static final int LAST_BIT = Long.SIZE - 1;

    /** A kernel for constants of the operand's own representation; null if they have another one. */
    static InKernel compile(Typed operand, List<Expression> constants) {
        Layout layout = operand.type().layout();
        boolean searchable = (layout == Layout.LONG || layout == Layout.BYTES) && operand.kind() != TypeKind.CHAR;
        for (Expression constant : constants) {
            boolean isNull = constant.type().kind() == TypeKind.NULL;
            searchable &= constant instanceof Literal && (isNull || isAlike(operand.type(), constant.type()));
        }
        if (!searchable) {
            return null;
        }
        List<Object> values = constants.stream().map(c -> ((Literal) c).value()).toList();
        boolean orNull = values.contains(null);
        List<Object> present = values.stream().filter(Objects::nonNull).toList();
        if (layout == Layout.LONG) {
            return new InKernel(operand.kernel(), sortedLongs(operand.type(), present), null, 0, orNull);
        }
        byte[][] bytes = sortedBytes(present);
        return new InKernel(operand.kernel(), null, bytes, lengths(bytes), orNull);
    }

    private static long lengths(byte[][] constants) {
        long lengths = 0;
        for (byte[] constant : constants) {
            lengths |= 1L << Math.min(constant.length, LAST_BIT);
        }
        return lengths;
    }

    private static boolean isAlike(DataType operand, DataType constant) {
        boolean sameKind = operand.kind() == constant.kind()
                || (operand.kind().isInteger() && constant.kind().isInteger())
                || (operand.kind().isText() && constant.kind().isText());
        return sameKind && operand.scale() == constant.scale() && operand.layout() == constant.layout();
    }

    private static long[] sortedLongs(DataType type, List<Object> constants) {
        return constants.stream()
                .mapToLong(c -> JavaValues.toLong(type, c))
                .sorted()
                .toArray();
    }

    private static byte[][] sortedBytes(List<Object> constants) {
        return constants.stream()
                .map(c -> c instanceof byte[] binary ? binary : ((String) c).getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        Column column = operand.evaluate(input, selection);
        long[] result = new long[input.size()];
        if (longs != null) {
            find((LongColumn) column, result, selection);
        } else {
            find((BytesColumn) column, result, selection);
        }
        long[] validity = orNull ? onlyFound(column, result, selection) : column.validity();
        return new LongColumn(result, validity, input.size());
    }

    private void find(LongColumn column, long[] result, Selection selection) {
        long[] values = column.values();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = Arrays.binarySearch(longs, values[row]) >= 0 ? 1 : 0;
        }
    }

    private void find(BytesColumn column, long[] result, Selection selection) {
        byte[] texts = column.origin().bytes();
        int[] offsets = column.origin().offsets();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int there = column.originRow(row);
            result[row] = contains(texts, offsets[there], offsets[there + 1]) ? 1 : 0;
        }
    }

    private boolean contains(byte[] text, int from, int to) {
        boolean possible = (lengths >>> Math.min(to - from, LAST_BIT) & 1) != 0;
        return possible && search(text, from, to);
    }

    private boolean search(byte[] text, int from, int to) {
        int low = 0;
        int high = bytes.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes[middle], 0, bytes[middle].length, text, from, to);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return false;
    }

    private static long[] onlyFound(Column column, long[] result, Selection selection) {
        long[] validity = new long[Validity.words(column.size())];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (result[row] != 0 && !column.isNull(row)) {
                Validity.set(validity, row);
            }
        }
        return validity;
    }
}
