package io.leat.shell.print;

import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A header line and one record a row, quoted as RFC 4180 says; lines end with a line feed. NULL is an empty field, the
 * empty text a quoted one; bytes are Base64, nested values JSON.
 */
final class CsvPrinter implements RowPrinter {
    private final PrintWriter out;
    private final Schema schema;

    CsvPrinter(PrintWriter out, Schema schema) {
        this.out = out;
        this.schema = schema;
        line(schema.names().stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")));
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }

    @Override
    public void row(Row row) {
        line(IntStream.range(0, schema.size())
                .mapToObj(i -> field(schema.type(i), row.get(i)))
                .collect(Collectors.joining(",")));
    }

    private static String field(DataType type, Object value) {
        if (value == null) {
            return "";
        }
        if (type.kind().isBinary()) {
            return Base64.getEncoder().encodeToString((byte[]) value);
        }
        return quoted(ValueText.isNested(type) ? JsonText.of(type, value) : ValueText.of(type, value));
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }
}
