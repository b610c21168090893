package io.leat.shell.live;

import io.leat.shell.live.LiveContent.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;

/** The whole picture: title, status, as many rows as fit. Only what changed is sent to the terminal. */
final class LiveFrame {
    private static final int LINES_AROUND = 4;
    private static final int COLUMNS_DEFAULT = 80;
    private static final int ROWS_DEFAULT = 24;

    private final Terminal terminal;
    private final LiveTitle title;
    private final LiveContent content;
    private final LiveDrawing drawing;
    private final Display display;
    private volatile boolean resized = true;
    private int width;
    private int height;

    LiveFrame(Terminal terminal, LiveTitle title, LiveContent content, LiveDrawing drawing) {
        this.terminal = terminal;
        this.title = title;
        this.content = content;
        this.drawing = drawing;
        this.display = new Display(terminal, true);
    }

    /** The terminal has another size now. */
    void resized() {
        resized = true;
    }

    /** How many rows fit. */
    int page() {
        return Math.max(1, height - LINES_AROUND);
    }

    /** Draws; answers how far the rows are scrolled, which is never before the first or behind the last. */
    int draw(int scrolled, long markedSince, String status) {
        measure();
        int last = (int) Math.max(0, Math.min(Integer.MAX_VALUE, content.size()) - page());
        int from = Math.max(0, Math.min(scrolled, last));
        List<Line> rows = content.lines(from, page(), markedSince);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(head());
        lines.add(new AttributedString(status, AttributedStyle.DEFAULT.faint()).columnSubSequence(0, width));
        lines.addAll(drawing.draw(rows, width));
        while (lines.size() < height - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(foot(from, rows.size()));
        display.update(lines.subList(0, Math.min(lines.size(), height)), -1);
        return from;
    }

    private void measure() {
        if (resized) {
            resized = false;
            Size size = terminal.getSize();
            width = size.getColumns() > 0 ? size.getColumns() : COLUMNS_DEFAULT;
            height = size.getRows() > 0 ? size.getRows() : ROWS_DEFAULT;
            display.clear();
            display.resize(Size.of(width, height));
        }
    }

    private AttributedString head() {
        String numbers = String.format(
                Locale.ROOT, "  %,d rows, tick %,d, %,d changes", content.size(), content.tick(), content.changes());
        return new AttributedStringBuilder()
                .append(title.text(), AttributedStyle.BOLD)
                .append(numbers)
                .toAttributedString()
                .columnSubSequence(0, width);
    }

    private AttributedString foot(int from, int shown) {
        String place = content.size() > shown
                ? String.format(
                        Locale.ROOT, "rows %,d-%,d of %,d, arrows scroll, ", from + 1, from + shown, content.size())
                : "";
        return new AttributedString(place + "q leaves", AttributedStyle.DEFAULT.faint()).columnSubSequence(0, width);
    }
}
