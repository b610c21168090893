package io.leat.shell.demo;

import io.leat.core.time.Clock;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Leat;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.engine.Session;
import io.leat.shell.live.LiveScreen;
import io.leat.shell.live.LiveTitle;
import io.leat.shell.print.OutputMode;
import io.leat.shell.print.PrintFormat;
import io.leat.shell.script.ResultWriter;
import io.leat.shell.script.SourceProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jline.terminal.Terminal;

/** Runs the demonstration: the statements, the view while it changes, and what it has become in the end. */
public final class Demo {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
    private static final String VIEW = "daily";
    private static final String FINAL = "SELECT * FROM daily ORDER BY flights DESC, day, state LIMIT 12;";
    private static final String NEXT = """
            Try next:
              ./leat                                  the shell; there: \\i examples/flights.sql and \\watch daily
              ./leat -f examples/flights.sql -o csv   the same statements without a shell
              ./leat -c "SELECT COUNT(*) FROM (VALUES (1), (2)) AS t (a)"
            """;

    private final Leat leat;
    private final Session session;
    private final PrintWriter out;
    private final PrintFormat format;

    /** A demonstration in a database that has nothing in it yet. */
    public Demo(Leat leat, PrintWriter out, PrintFormat format) {
        this.leat = leat;
        this.session = leat.session();
        this.out = out;
        this.format = format;
    }

    /** Prints statements and runs them: the view begins to fill. */
    public void begin(String script) {
        out.println(script.strip());
        out.println();
        out.flush();
        for (ScriptStatement statement : ScriptStatement.split(script)) {
            session.execute(statement).close();
        }
    }

    /** Draws the view in a terminal until everything is read or the user leaves. */
    public void watch(Terminal terminal, boolean colour) {
        try (Result result = session.execute("SUBSCRIBE TO " + VIEW)) {
            new LiveScreen(terminal, colour)
                    .leaveAtEnd()
                    .show(LiveTitle.ofView(VIEW), (ChangeCursor) result.cursor(), leat.session());
        }
    }

    /** Prints a line now and then until everything is read. */
    public void report() {
        SourceProgress progress = new SourceProgress(session, Clock.system());
        while (!session.awaitCompletion(BETWEEN_LINES)) {
            String text = progress.text();
            if (!text.isEmpty()) {
                out.println(text + String.format(Locale.ROOT, ", %,d rows in view %s", rows(), VIEW));
                out.flush();
            }
        }
    }

    private long rows() {
        try (Result views = session.execute("SELECT \"rows\" FROM leat.views")) {
            return views.next().map(row -> row.getLong(0)).orElse(0L);
        }
    }

    /** Prints what the view contains in the end, and what could be tried next. */
    public void end() {
        out.println("All flights are read. The busiest days and states:");
        out.println();
        out.println(FINAL);
        out.println();
        try (Result result = session.execute(FINAL)) {
            new ResultWriter(out, OutputMode.TABLE, format).write(result);
        }
        out.println();
        out.print(NEXT);
        out.flush();
    }
}
