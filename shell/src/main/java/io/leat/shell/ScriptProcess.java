package io.leat.shell;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.Leat;
import io.leat.engine.Session;
import io.leat.shell.script.CompletionWait;
import io.leat.shell.script.ErrorWriter;
import io.leat.shell.script.ProgressLine;
import io.leat.shell.script.ResultWriter;
import io.leat.shell.script.ScriptRunner;
import io.leat.shell.script.ScriptRunner.Outcome;
import io.leat.shell.script.SourceProgress;
import io.leat.shell.script.StandardInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A run without anybody at the keyboard: statements, then the wait for what they started, then the exit code. */
final class ScriptProcess implements AutoCloseable {
    private final Console console;
    private final Leat leat;
    private final Session session;
    private final ErrorWriter errors;
    private final ProgressLine progress;
    private final ScriptRunner runner;
    private final Thread closing = new Thread(this::closeDatabase, "leat-closing");

    ScriptProcess(Console console, Leat leat, OutputOption output) {
        this.console = console;
        this.leat = leat;
        this.session = leat.session();
        this.errors = new ErrorWriter(console.err());
        this.progress = console.progressLine();
        this.runner = new ScriptRunner(
                session,
                new ResultWriter(console.out(), output.mode, console.format()),
                errors,
                progress,
                output.continueOnError);
        Runtime.getRuntime().addShutdownHook(closing);
    }

    /** Runs a file, or a text, or else standard input, and waits for what was started. */
    int run(Path file, String command) throws IOException {
        Outcome outcome = Outcome.DONE;
        if (command != null) {
            outcome = runner.run(command);
        }
        if (file != null && outcome == Outcome.DONE) {
            outcome = runner.run(read(file));
        }
        if (file == null && command == null) {
            outcome = runInput();
        }
        return outcome == Outcome.DONE ? awaitEnd() : exitCode(outcome);
    }

    /** Runs a file and does not wait for anything. */
    int run(Path file) throws IOException {
        return exitCode(runner.run(read(file)));
    }

    private Outcome runInput() throws IOException {
        StandardInput input = new StandardInput(console.in());
        Outcome outcome = Outcome.DONE;
        for (Optional<String> script = input.next(); script.isPresent(); script = input.next()) {
            Outcome one = runner.run(script.get());
            outcome = one == Outcome.DONE ? outcome : one;
            if (runner.endsAfter(one)) {
                return one;
            }
        }
        return outcome;
    }

    private int awaitEnd() {
        console.out().flush();
        try {
            CompletionWait.untilBoundedEnd(session, progress, new SourceProgress(leat.session(), Clock.system()));
            return 0;
        } catch (LeatException e) {
            errors.write(e, "");
            return 1;
        }
    }

    private static int exitCode(Outcome outcome) {
        return outcome == Outcome.FAILED ? 1 : 0;
    }

    private String read(Path file) throws IOException {
        try {
            return Files.readString(console.directory().resolve(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "there is no file " + file, e);
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the file " + file + " cannot be read as UTF-8 text", e);
        }
    }

    Session session() {
        return session;
    }

    ErrorWriter errors() {
        return errors;
    }

    private void closeDatabase() {
        progress.close();
        leat.close();
        console.out().flush();
    }

    @Override
    public void close() {
        Shutdown.remove(closing);
        closeDatabase();
    }
}
