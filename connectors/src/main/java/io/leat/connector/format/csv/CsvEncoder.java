package io.leat.connector.format.csv;

import io.leat.connector.format.RecordEncoder;
import io.leat.connector.format.TextWriter;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes RFC 4180: quotes only where they are needed, among them around empty texts, which would else be NULL. */
final class CsvEncoder implements RecordEncoder {
    private final List<Field> columns;
    private final CsvStyle style;
    private final TextWriter texts = TextWriter.sql();
    private final StringBuilder record = new StringBuilder();

    CsvEncoder(List<Field> columns, CsvStyle style) {
        this.columns = List.copyOf(columns);
        this.style = style;
    }

    @Override
    public byte[] encode(Chunk chunk, int row) {
        record.setLength(0);
        for (int i = 0; i < columns.size(); i++) {
            delimit(i);
            DataType type = columns.get(i).type();
            Object value = JavaValues.get(type, chunk.column(i), row);
            if (value == null) {
                record.append(style.nullLiteral().orElse(""));
            } else {
                append(texts.text(type, value));
            }
        }
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> header() {
        if (!style.header()) {
            return Optional.empty();
        }
        record.setLength(0);
        for (int i = 0; i < columns.size(); i++) {
            delimit(i);
            append(columns.get(i).name());
        }
        return Optional.of(record.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void delimit(int column) {
        if (column > 0) {
            record.append(style.delimiter());
        }
    }

    private void append(String text) {
        if (needsQuotes(text)) {
            String quote = String.valueOf(style.quote());
            record.append(quote).append(text.replace(quote, quote + quote)).append(quote);
        } else {
            record.append(text);
        }
    }

    private boolean needsQuotes(String text) {
        boolean nothing = text.isEmpty() || text.equals(style.nullLiteral().orElse(""));
        return nothing
                || text.charAt(0) == CsvStyle.COMMENT
                || text.indexOf(style.delimiter()) >= 0
                || text.indexOf(style.quote()) >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }
}
