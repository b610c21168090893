package io.leat.shell.print;

import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;

/** One line for each column of a row, the names in front. */
final class VerticalPrinter implements RowPrinter {
    private final PrintWriter out;
    private final PrintFormat format;
    private final Schema schema;
    private final RowFooter footer;
    private final int nameWidth;

    VerticalPrinter(PrintWriter out, PrintFormat format, Schema schema) {
        this.out = out;
        this.format = format;
        this.schema = schema;
        this.footer = new RowFooter(out, format);
        this.nameWidth = schema.names().stream()
                .mapToInt(name -> DisplayWidth.of(ControlText.escape(name)))
                .max()
                .orElse(0);
    }

    @Override
    public void row(Row row) {
        footer.count();
        out.println(format.dim("-- row " + footer.rows() + " --"));
        for (int i = 0; i < schema.size(); i++) {
            String name = DisplayWidth.pad(ControlText.escape(schema.name(i)), nameWidth, true);
            String value = ControlText.escape(ValueText.of(schema.type(i), row.get(i)));
            out.println(format.bold(name) + ": " + (row.isNull(i) ? format.dim(value) : value));
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void end() {
        footer.print();
    }
}
