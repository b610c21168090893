package io.leat.shell.live;

import io.leat.core.type.Schema;
import io.leat.shell.live.LiveContent.Line;
import io.leat.shell.print.ColumnWidths;
import io.leat.shell.print.ControlText;
import io.leat.shell.print.DisplayWidth;
import io.leat.shell.print.ValueText;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Turns rows into the lines of a screen. Columns never get narrower, so that the picture does not jump. */
final class LiveDrawing {
    private static final String GAP = "  ";
    private static final String CUT_MARK = "\u2026";
    private static final AttributedStyle HEADER = AttributedStyle.DEFAULT.bold().underline();
    private static final AttributedStyle CHANGED =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLACK).background(AttributedStyle.YELLOW);
    private static final AttributedStyle CHANGED_PLAIN = AttributedStyle.DEFAULT.inverse();

    private final Schema schema;
    private final boolean colour;
    private final List<Integer> wanted = new ArrayList<>();

    LiveDrawing(Schema schema, boolean colour) {
        this.schema = schema;
        this.colour = colour;
        schema.names().forEach(name -> wanted.add(DisplayWidth.of(ControlText.escape(name))));
    }

    /** The header and a line for each row, none wider than the screen. */
    List<AttributedString> draw(List<Line> rows, int width) {
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        cells.forEach(this::widen);
        int gaps = GAP.length() * Math.max(0, schema.size() - 1);
        List<Integer> widths = ColumnWidths.fit(wanted, Math.max(1, width - gaps));
        List<AttributedString> lines = new ArrayList<>();
        lines.add(header(widths).columnSubSequence(0, width));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), cells.get(i), widths).columnSubSequence(0, width));
        }
        return lines;
    }

    private List<String> cells(Line row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            cells.add(
                    ControlText.escape(ValueText.of(schema.type(i), row.values().get(i))));
        }
        return cells;
    }

    private void widen(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            wanted.set(i, Math.max(wanted.get(i), DisplayWidth.of(cells.get(i))));
        }
    }

    private AttributedString header(List<Integer> widths) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < schema.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(fitted(ControlText.escape(schema.name(i)), i, widths), HEADER);
        }
        return line.toAttributedString();
    }

    private AttributedString line(Line row, List<String> cells, List<Integer> widths) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < schema.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(fitted(cells.get(i), i, widths), style(row, i));
        }
        return line.toAttributedString();
    }

    private AttributedStyle style(Line row, int column) {
        if (row.changed().get(column)) {
            return colour ? CHANGED : CHANGED_PLAIN;
        }
        return row.values().get(column) == null ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
    }

    private String fitted(String text, int column, List<Integer> widths) {
        String cut = DisplayWidth.cut(text, widths.get(column), CUT_MARK);
        return DisplayWidth.pad(cut, widths.get(column), ValueText.isRightAligned(schema.type(column)));
    }
}
