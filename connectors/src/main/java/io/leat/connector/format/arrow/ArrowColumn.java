package io.leat.connector.format.arrow;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.io.IOException;
import java.util.List;

/**
 * How a column of a table is read from a field of a file.
 *
 * @param field the file's field
 * @param values how its values lie there
 * @param type the column's type
 */
public record ArrowColumn(ArrowField field, ArrowValues values, DataType type) {

    /**
     * The column of that name, or of one that differs in case.
     *
     * @throws LeatException if the file has no such field, or one of another type
     */
    public static ArrowColumn of(ArrowStream stream, Field column) {
        List<ArrowField> fields = stream.fields();
        ArrowField found = fields.stream()
                .filter(field -> field.name().equals(column.name()))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.name().equalsIgnoreCase(column.name()))
                        .findFirst())
                .orElseThrow(() -> LeatException.of(
                        ErrorCode.INVALID_DEFINITION,
                        "the file has no field \"" + column.name() + "\"; it has "
                                + String.join(
                                        ", ",
                                        fields.stream().map(ArrowField::name).toList())));
        return new ArrowColumn(found, ArrowValues.of(found, column), column.type());
    }

    /** Reads the values of some rows of the stream's batch from the file, to be made a column by whoever has time. */
    public ArrowSlice read(ArrowStream stream, int from, int rows) throws IOException {
        byte[] validity = null;
        int first = field.buffer();
        if (values.kind() != ArrowValues.Kind.NOTHING && stream.hasNulls(field)) {
            validity = bits(stream, first, from, rows);
        }
        return switch (values.kind()) {
            case NOTHING -> new ArrowSlice(this, rows, 0, null, null, null);
            case BITS -> new ArrowSlice(this, rows, from & 7, validity, null, bits(stream, first + 1, from, rows));
            case TEXT, BYTES -> variable(stream, from, rows, validity);
            default -> {
                long width = values.width();
                byte[] data = stream.buffer(first + 1, from * width, rows * width);
                yield new ArrowSlice(this, rows, from & 7, validity, null, data);
            }
        };
    }

    private static byte[] bits(ArrowStream stream, int buffer, int from, int rows) throws IOException {
        int start = from >> 3;
        return stream.buffer(buffer, start, ((from + rows + 7L) >> 3) - start);
    }

    private ArrowSlice variable(ArrowStream stream, int from, int rows, byte[] validity) throws IOException {
        int width = values.width();
        byte[] raw = stream.buffer(field.buffer() + 1, (long) from * width, (rows + 1L) * width);
        int[] offsets = new int[rows + 1];
        long first = ArrowSlice.number(raw, 0, width);
        for (int row = 0; row <= rows; row++) {
            long offset = ArrowSlice.number(raw, row * width, width) - first;
            if (offset > Integer.MAX_VALUE || offset < (row == 0 ? 0 : offsets[row - 1])) {
                throw new IOException("field \"" + field.name() + "\" has values that overlap or are too long");
            }
            offsets[row] = (int) offset;
        }
        byte[] data = stream.buffer(field.buffer() + 2, first, offsets[rows]);
        return new ArrowSlice(this, rows, from & 7, validity, offsets, data);
    }
}
