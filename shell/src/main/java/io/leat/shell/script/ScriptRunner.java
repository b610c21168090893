package io.leat.shell.script;

import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.engine.Session;
import io.leat.engine.progress.Progress;

/** Runs the statements of scripts and prints what they give. */
public final class ScriptRunner {

    /** How a script ended. */
    public enum Outcome {
        DONE,
        FAILED,
        /** Nobody reads the output any more. */
        CUT_OFF
    }

    private final Session session;
    private final ResultWriter results;
    private final ErrorWriter errors;
    private final boolean continueOnError;
    private final ProgressLine progress;

    /**
     * A runner in a session.
     *
     * @param continueOnError whether statements after one that failed are run
     */
    public ScriptRunner(
            Session session, ResultWriter results, ErrorWriter errors, ProgressLine progress, boolean continueOnError) {
        this.session = session;
        this.results = results;
        this.errors = errors;
        this.progress = progress;
        this.continueOnError = continueOnError;
    }

    /** Runs the statements in order; after a failure the rest only if asked for. */
    public Outcome run(String script) {
        Outcome outcome = Outcome.DONE;
        for (ScriptStatement statement : ScriptStatement.split(script)) {
            Outcome one = run(statement);
            if (endsAfter(one)) {
                return one;
            }
            outcome = one == Outcome.FAILED ? one : outcome;
        }
        return outcome;
    }

    /** Whether nothing more is to be run after a script that ended so. */
    public boolean endsAfter(Outcome outcome) {
        return outcome == Outcome.CUT_OFF || outcome == Outcome.FAILED && !continueOnError;
    }

    private Outcome run(ScriptStatement statement) {
        try (Result result = execute(statement)) {
            return results.write(result) ? Outcome.DONE : Outcome.CUT_OFF;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            errors.write(e, statement.script());
            return Outcome.FAILED;
        }
    }

    private Result execute(ScriptStatement statement) {
        progress.start(() -> session.progress().map(Progress::toString).orElse(""));
        try {
            return session.execute(statement);
        } finally {
            progress.stop();
        }
    }
}
