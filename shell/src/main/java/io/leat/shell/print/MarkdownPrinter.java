package io.leat.shell.print;

import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that Markdown shows; numbers are aligned by the colon in the rule. */
final class MarkdownPrinter implements RowPrinter {
    private final PrintWriter out;
    private final Schema schema;

    MarkdownPrinter(PrintWriter out, Schema schema) {
        this.out = out;
        this.schema = schema;
        out.println(schema.names().stream().map(MarkdownPrinter::cell).collect(Collectors.joining(" | ", "| ", " |")));
        out.println(schema.types().stream()
                .map(type -> ValueText.isRightAligned(type) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    @Override
    public void row(Row row) {
        out.println(IntStream.range(0, schema.size())
                .mapToObj(i -> cell(ValueText.of(schema.type(i), row.get(i))))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String cell(String text) {
        return ControlText.escape(text).replace("|", "\\|");
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
