package io.leat.shell.interactive;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.shell.script.ErrorWriter;
import io.leat.shell.script.ProgressLine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Runs what was typed, statement by statement; Ctrl-C ends the one that runs. */
final class StatementRunner {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ShellContext context;
    private final ResultView view;

    StatementRunner(ShellContext context) {
        this.context = context;
        this.view = new ResultView(context);
    }

    /** Runs the statements in order, up to the first that fails; answers whether all succeeded. */
    boolean run(String script) {
        for (ScriptStatement statement : ScriptStatement.split(script)) {
            if (!run(statement)) {
                return false;
            }
        }
        return true;
    }

    private boolean run(ScriptStatement statement) {
        AtomicReference<Result> given = new AtomicReference<>();
        return Interruption.during(
                context.terminal(), () -> cancel(given.get()), () -> executeAndShow(statement, given));
    }

    private boolean executeAndShow(ScriptStatement statement, AtomicReference<Result> given) {
        try {
            Result result = execute(statement);
            given.set(result);
            show(statement, result);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            report(e, statement);
            return false;
        }
    }

    private void cancel(Result result) {
        if (result == null) {
            context.cancel();
        } else {
            result.cursor().cancel();
        }
    }

    private Result execute(ScriptStatement statement) {
        try (ProgressLine progress = context.output().progressLine()) {
            progress.start(context::progress);
            return context.session().execute(statement);
        }
    }

    private void show(ScriptStatement statement, Result result) {
        try (result) {
            view.show(statement, result);
        }
        if (context.state().timing()) {
            context.out()
                    .println("planning " + millis(result.planning()) + ", execution " + millis(result.execution()));
        }
        context.out().flush();
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / NANOS_PER_MILLI);
    }

    private void report(Throwable error, ScriptStatement statement) {
        LeatException shown = ErrorWriter.asLeat(error);
        if (shown.code() == ErrorCode.CANCELED) {
            context.out().println();
            context.out().println("canceled");
            context.out().flush();
        } else {
            ErrorLines.write(context, shown, statement.script());
        }
    }
}
