package io.leat.shell;

import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leat run [DIR] [script.sql]}: views and jobs without a shell, until the process is told to end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a script and keeps its views and jobs going until SIGTERM or Ctrl-C.",
            "With a database directory and no script, goes on with what the directory defines."
        })
final class RunCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 500;

    private final Console console;

    @Parameters(
            arity = "1..2",
            paramLabel = "[DIR] SCRIPT",
            description = "Database directory and script; either may be left out.")
    private List<Path> places = new ArrayList<>();

    @Mixin
    private DatabaseOption options;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path script = script();
        try (ScriptProcess process = new ScriptProcess(console, open(directory(script)), output)) {
            int exit = script == null ? 0 : process.run(script);
            return exit == 0 || output.continueOnError ? keepGoing(process) : exit;
        }
    }

    private Path script() {
        Path last = places.get(places.size() - 1);
        Path resolved = console.directory().resolve(last);
        boolean isScript = Files.isRegularFile(resolved) || last.toString().endsWith(".sql");
        if (places.size() == 2 && !isScript) {
            throw new ParameterException(spec.commandLine(), "there is no script " + last);
        }
        return isScript ? last : null;
    }

    private Path directory(Path script) {
        return places.size() == 1 && script != null ? null : places.get(0);
    }

    private Leat open(Path directory) {
        return options.open(console, directory, console.progressLog());
    }

    private int keepGoing(ScriptProcess process) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        Signals.register("TERM", told::countDown);
        Signals.register("INT", told::countDown);
        console.err().println("running until SIGTERM or Ctrl-C");
        console.err().flush();
        try {
            while (!told.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                process.session().awaitCompletion(Duration.ofMillis(1));
            }
            return 0;
        } catch (LeatException e) {
            process.errors().write(e, "");
            return 1;
        }
    }
}
