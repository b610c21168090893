package io.leat.shell.print;

import io.leat.core.type.Schema;
import io.leat.engine.Row;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns side by side in a frame. The first rows decide how wide the columns are; what comes after them is printed at
 * once, so that a result of any size needs little memory. A table that does not fit the width turns into vertical rows.
 */
final class TablePrinter implements RowPrinter {
    private static final int ROWS_MEASURED = 1000;

    private final PrintWriter out;
    private final PrintFormat format;
    private final Schema schema;
    private final TableFrame frame;
    private final List<Row> measured = new ArrayList<>();
    private final RowFooter footer;
    private List<Integer> widths = List.of();
    private RowPrinter vertical;

    TablePrinter(PrintWriter out, PrintFormat format, Schema schema) {
        this.out = out;
        this.format = format;
        this.schema = schema;
        this.frame = TableFrame.of(format);
        this.footer = new RowFooter(out, format);
    }

    @Override
    public void row(Row row) {
        if (isLaidOut()) {
            print(row);
            return;
        }
        measured.add(row);
        if (measured.size() == ROWS_MEASURED) {
            layOut();
        }
    }

    private boolean isLaidOut() {
        return vertical != null || !widths.isEmpty();
    }

    private void layOut() {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            wanted.add(wanted(i));
        }
        int available = format.width() == 0 ? 0 : Math.max(1, format.width() - 3 * schema.size() - 1);
        List<Integer> fitting = ColumnWidths.fit(wanted, available);
        int taken = fitting.stream().mapToInt(Integer::intValue).sum();
        if (available > 0 && taken > available) {
            vertical = new VerticalPrinter(out, format, schema);
        } else {
            widths = fitting;
            header();
        }
        measured.forEach(this::print);
        measured.clear();
    }

    private int wanted(int column) {
        int width = DisplayWidth.of(ControlText.escape(schema.name(column)));
        for (Row row : measured) {
            width = Math.max(width, DisplayWidth.of(cell(row, column)));
        }
        return Math.max(1, width);
    }

    private String cell(Row row, int column) {
        return ControlText.escape(ValueText.of(schema.type(column), row.get(column)));
    }

    private void header() {
        out.println(format.dim(frame.topRule(widths)));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < schema.size(); i++) {
            String name = DisplayWidth.cut(ControlText.escape(schema.name(i)), widths.get(i), format.cutMark());
            boolean right = ValueText.isRightAligned(schema.type(i));
            line.append(format.dim(frame.vertical()))
                    .append(' ')
                    .append(format.bold(DisplayWidth.pad(name, widths.get(i), right)))
                    .append(' ');
        }
        out.println(line.append(format.dim(frame.vertical())));
        out.println(format.dim(frame.middleRule(widths)));
    }

    private void print(Row row) {
        if (vertical != null) {
            vertical.row(row);
            return;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < schema.size(); i++) {
            String text = format.width() == 0
                    ? cell(row, i)
                    : DisplayWidth.cut(cell(row, i), widths.get(i), format.cutMark());
            String padded = DisplayWidth.pad(text, widths.get(i), ValueText.isRightAligned(schema.type(i)));
            line.append(format.dim(frame.vertical()))
                    .append(' ')
                    .append(row.isNull(i) ? format.dim(padded) : padded)
                    .append(' ');
        }
        out.println(line.append(format.dim(frame.vertical())));
        footer.count();
    }

    @Override
    public void flush() {
        if (!isLaidOut()) {
            layOut();
        }
        out.flush();
    }

    @Override
    public void end() {
        flush();
        if (vertical != null) {
            vertical.end();
            return;
        }
        out.println(format.dim(frame.bottomRule(widths)));
        footer.print();
    }
}
