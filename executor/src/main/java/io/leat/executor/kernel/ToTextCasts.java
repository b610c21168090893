package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.nio.charset.StandardCharsets;

/**
 * Conversions to CHAR, VARCHAR, BINARY and VARBINARY. What is too long for the type is cut off at the end; CHAR is filled
 * up with blanks, BINARY with zeros.
 */
final class ToTextCasts {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_CHARACTERS_MAX = 20;

    private ToTextCasts() {}

    /** Writes one value, which is not NULL. */
    @FunctionalInterface
    interface Writer {
        void write(Column source, int row, BytesResult result);
    }

    /** The conversion, or null if there is none. */
    static ColumnCast from(DataType from, DataType to) {
        boolean bytes = from.layout() == TypeKind.Layout.BYTES;
        if (bytes && (from.kind().isText() == to.kind().isText() || to.kind().isBinary())) {
            return fits(from, to)
                    ? (source, selection) -> source
                    : (source, selection) -> fit((BytesColumn) source, selection, to);
        }
        Writer writer = to.kind().isBinary() ? null : writer(from);
        if (writer == null) {
            return null;
        }
        return (source, selection) -> {
            BytesColumn written = write(writer, source, selection);
            return to.precision() == DataType.UNBOUNDED ? written : fit(written, selection, to);
        };
    }

    private static boolean fits(DataType from, DataType to) {
        boolean shorter = from.precision() <= to.precision()
                && from.kind().isText() == to.kind().isText();
        return to.precision() == DataType.UNBOUNDED || (shorter && isVarying(to));
    }

    private static boolean isVarying(DataType type) {
        return type.kind() == TypeKind.VARCHAR || type.kind() == TypeKind.VARBINARY;
    }

    /** What writes values of a type as text, or null if there is no text for them. */
    static Writer writer(DataType from) {
        return switch (from.kind()) {
            case BOOLEAN ->
                (source, row, result) -> {
                    byte[] word = at(source, row) != 0 ? TRUE : FALSE;
                    result.write(word, 0, word.length);
                };
            case TINYINT, SMALLINT, INTEGER, BIGINT -> new IntegerWriter();
            case REAL ->
                (source, row, result) -> result.write(Float.toString((float) ((DoubleColumn) source).values()[row]));
            case DOUBLE ->
                (source, row, result) -> result.write(Double.toString(((DoubleColumn) source).values()[row]));
            case DECIMAL ->
                (source, row, result) ->
                        result.write(Decimals.at(source, from, row).toPlainString());
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ, INTERVAL_MONTHS, INTERVAL_MILLIS ->
                (source, row, result) -> TimeText.write(from, at(source, row), result);
            case BINARY, VARBINARY -> (source, row, result) -> result.write(((BytesColumn) source).text(row));
            case CHAR, VARCHAR -> (source, row, result) -> result.copy((BytesColumn) source, row);
            case ARRAY, ROW, MAP -> new NestedText(from);
            case NULL -> (source, row, result) -> result.write("NULL");
        };
    }

    private static long at(Column source, int row) {
        return ((LongColumn) source).values()[row];
    }

    private static BytesColumn write(Writer writer, Column source, Selection selection) {
        BytesResult result = new BytesResult(source.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            if (!source.isNull(row)) {
                writer.write(source, row, result);
            }
        }
        return result.column(source.validity());
    }

    /** Digits from the end, without a text in between. Negative numbers are worked with: they have no overflow. */
    private static final class IntegerWriter implements Writer {

        @Override
        public void write(Column source, int row, BytesResult result) {
            byte[] digits = new byte[LONG_CHARACTERS_MAX];
            long value = at(source, row);
            long rest = value < 0 ? value : -value;
            int from = digits.length;
            do {
                digits[--from] = (byte) ('0' - rest % 10);
                rest /= 10;
            } while (rest != 0);
            if (value < 0) {
                digits[--from] = '-';
            }
            result.write(digits, from, digits.length - from);
        }
    }

    /** Text or binary made as long as its type says. */
    private static BytesColumn fit(BytesColumn source, Selection selection, DataType to) {
        boolean text = to.kind().isText();
        byte filler = (byte) (text ? ' ' : 0);
        boolean fixed = !isVarying(to);
        BytesResult result = new BytesResult(source.size(), source.offsets()[source.size()]);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            int from = source.offsets()[row];
            int end = source.offsets()[row + 1];
            int until = text
                    ? Utf8.skip(source.bytes(), from, end, to.precision())
                    : from + Math.min(end - from, to.precision());
            result.begin(row);
            result.write(source.bytes(), from, until - from);
            if (fixed && !source.isNull(row)) {
                int length = text ? Utf8.length(source.bytes(), from, until) : until - from;
                result.fill(filler, to.precision() - length);
            }
        }
        return result.column(source.validity());
    }
}
