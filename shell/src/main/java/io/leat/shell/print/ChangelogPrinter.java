package io.leat.shell.print;

import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes as they come: tick, weight with its sign, then the row, a line each. Columns get wider when a wider value
 * comes, so that lines stay aligned as far as one can know.
 */
final class ChangelogPrinter implements RowPrinter {
    private static final int WEIGHT = 1;
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    private final PrintWriter out;
    private final PrintFormat format;
    private final Schema schema;
    private final List<Row> pending = new ArrayList<>();
    private final RowFooter footer;
    private List<Integer> widths = List.of();

    ChangelogPrinter(PrintWriter out, PrintFormat format, Schema schema) {
        this.out = out;
        this.format = format;
        this.schema = schema;
        this.footer = new RowFooter(out, format);
    }

    @Override
    public void row(Row row) {
        pending.add(row);
        footer.count();
    }

    @Override
    public void flush() {
        boolean first = widths.isEmpty();
        widen();
        if (first) {
            header();
        }
        pending.forEach(this::print);
        pending.clear();
        out.flush();
    }

    private void widen() {
        List<Integer> wider = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            int width = widths.isEmpty() ? DisplayWidth.of(ControlText.escape(schema.name(i))) : widths.get(i);
            for (Row row : pending) {
                width = Math.max(width, DisplayWidth.of(cell(row, i)));
            }
            wider.add(width);
        }
        widths = wider;
    }

    private void header() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            names.add(aligned(ControlText.escape(schema.name(i)), i));
        }
        out.println(format.bold(String.join("  ", names).stripTrailing()));
    }

    private void print(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            cells.add(aligned(cell(row, i), i));
        }
        String line = String.join("  ", cells).stripTrailing();
        String shown = format.width() == 0 ? line : DisplayWidth.cut(line, format.width(), format.cutMark());
        if (row.isNull(WEIGHT)) {
            out.println(format.dim(shown));
            return;
        }
        String colour = row.getLong(WEIGHT) < 0 ? RED : GREEN;
        out.println(format.colour() ? colour + shown + RESET : shown);
    }

    /** Rows that only tell progress have neither a weight nor values. */
    private String cell(Row row, int column) {
        if (row.isNull(WEIGHT) && row.isNull(column)) {
            return "";
        }
        String text = ControlText.escape(ValueText.of(schema.type(column), row.get(column)));
        return column == WEIGHT && row.getLong(column) > 0 ? "+" + text : text;
    }

    private String aligned(String text, int column) {
        return DisplayWidth.pad(text, widths.get(column), ValueText.isRightAligned(schema.type(column)));
    }

    @Override
    public void end() {
        flush();
        out.println(format.dim(RowFooter.text(footer.rows(), "change")));
        out.flush();
    }
}
