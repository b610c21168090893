package io.leat.shell.interactive;

import io.leat.engine.ChangeCursor;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.shell.live.LiveScreen;
import io.leat.shell.live.LiveTitle;
import io.leat.shell.print.OutputMode;
import io.leat.shell.print.PrintFormat;
import io.leat.shell.script.ResultWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;

/** Shows what a statement gave: on the screen, page by page if it is long, or in the file of {@code \o}. */
final class ResultView {
    private static final int FRAME_LINES = 6;
    private static final int PAGED_ROWS_MAX = 100_000;

    private static final Pattern SUBSCRIBE = Pattern.compile("(?i)^\\s*SUBSCRIBE\\b");

    private final ShellContext context;

    ResultView(ShellContext context) {
        this.context = context;
    }

    void show(ScriptStatement statement, Result result) {
        ShellOutput output = context.output();
        if (isLive(statement, result)) {
            new LiveScreen(context.terminal(), output.colour())
                    .show(LiveTitle.ofQuery(statement.text()), (ChangeCursor) result.cursor(), context.otherSession());
            return;
        }
        if (isPaged(result)) {
            page(result);
            return;
        }
        write(output.writer(), output.format(), result);
        output.writer().flush();
    }

    /** A query that goes on is a live table; SUBSCRIBE asks for the changes themselves. */
    private boolean isLive(ScriptStatement statement, Result result) {
        return result.kind() == Result.Kind.CHANGES
                && context.state().mode() == OutputMode.TABLE
                && context.output().isTerminal()
                && !SUBSCRIBE.matcher(statement.text()).find()
                && !Terminal.TYPE_DUMB.equals(context.terminal().getType());
    }

    private void write(PrintWriter writer, PrintFormat format, Result result) {
        new ResultWriter(writer, context.state().mode(), format).write(result);
    }

    private boolean isPaged(Result result) {
        int rows = result.cursor().available();
        int height = context.terminal().getSize().getRows();
        return result.kind() == Result.Kind.ROWS
                && context.state().pager()
                && context.output().isTerminal()
                && context.output().colour()
                && height > FRAME_LINES
                && rows > height - FRAME_LINES
                && rows < PAGED_ROWS_MAX;
    }

    private void page(Result result) {
        StringWriter text = new StringWriter();
        PrintFormat format = context.output().format();
        boolean wide = context.state().mode() == OutputMode.TABLE;
        write(new PrintWriter(text), wide ? format : new PrintFormat(0, format.colour(), format.unicode()), result);
        Pager.show(context.terminal(), context.directory(), text.toString());
    }
}
