package io.leat.connector.format.csv;

import io.leat.connector.format.TextBytes;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends the fields of one column, of which some are NULL. Not safe for several threads. */
final class CsvColumn {
    private final TextBytes texts;
    private final boolean nullable;
    private final boolean hasEmpty;
    private final byte[] nullLiteral;

    CsvColumn(DataType type, CsvStyle style) {
        texts = new TextBytes(type);
        nullable = type.nullable();
        hasEmpty = type.kind().isText() || type.kind().isBinary();
        nullLiteral = style.nullLiteral().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** Appends the value of a field; nothing, and false, if it is not of the type. */
    boolean append(ColumnBuilder column, byte[] bytes, int from, int to, boolean quoted) {
        if (!isNull(bytes, from, to, quoted)) {
            return texts.append(column, bytes, from, to);
        }
        if (nullable) {
            column.appendNull();
        }
        return nullable;
    }

    /** As {@link CsvStyle#isNull} says. */
    private boolean isNull(byte[] bytes, int from, int to, boolean quoted) {
        if (from == to && !hasEmpty) {
            return true;
        }
        return !quoted
                && to - from == nullLiteral.length
                && Arrays.equals(bytes, from, to, nullLiteral, 0, nullLiteral.length);
    }
}
