package io.leat.connector.format.raw;

import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.connector.format.StrictUtf8;
import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The whole record as the value of one STRING or BYTES column. */
public final class RawFormat implements Format {

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public List<ConnectorOption> options(String prefix) {
        return List.of();
    }

    @Override
    public void validate(List<Field> columns, FormatOptions options) {
        if (columns.size() != 1 || !isWhole(columns.get(0).type())) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION, "format 'raw' needs exactly one column STRING or BYTES")
                    .hint("Declare one such column; the others can be METADATA or computed from it.");
        }
    }

    private static boolean isWhole(DataType type) {
        boolean bytes = type.kind().isText() || type.kind().isBinary();
        return bytes && type.precision() == DataType.UNBOUNDED;
    }

    @Override
    public RecordDecoder decoder(List<Field> columns, Set<Integer> read, FormatOptions options, Limits limits) {
        boolean text = columns.get(0).type().kind().isText();
        boolean isRead = read.contains(0);
        return (bytes, offset, length, builders) ->
                decode(text, bytes, offset, length, isRead ? builders[0] : null, limits);
    }

    private static DecodeOutcome decode(
            boolean text, byte[] bytes, int offset, int length, ColumnBuilder column, Limits limits) {
        if (length > limits.recordBytes()) {
            return DecodeOutcome.bad("record of " + length + " bytes is longer than " + limits.recordBytes());
        }
        if (text && !StrictUtf8.isValid(bytes, offset, length)) {
            return DecodeOutcome.bad(StrictUtf8.INVALID);
        }
        if (column != null) {
            column.appendBytes(bytes, offset, length);
        }
        return DecodeOutcome.ROW;
    }

    /** A NULL is written as a record without bytes. */
    @Override
    public RecordEncoder encoder(List<Field> columns, FormatOptions options) {
        return RawFormat::encode;
    }

    private static byte[] encode(Chunk chunk, int row) {
        BytesColumn column = (BytesColumn) chunk.column(0);
        int from = column.offsets()[row];
        return Arrays.copyOfRange(column.bytes(), from, from + column.length(row));
    }
}
