package io.leat.shell;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.Leat;
import io.leat.shell.demo.Demo;
import io.leat.shell.demo.Pace;
import io.leat.shell.demo.PacedConnector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leat demo}: the examples' flights as a stream, and a view that is always up to date. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows a live view over a stream of real flights, and ends by itself.")
final class DemoCommand implements Callable<Integer> {
    private static final String SCRIPT = "examples/demo.sql";

    private final Console console;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long reading the flights takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String script = script();
        Pace pace = new Pace(Clock.system(), Duration.ofSeconds(Math.max(0, seconds)));
        try (Leat leat = Leat.builder()
                .workingDirectory(console.home())
                .connector(PacedConnector.of("filesystem", pace))
                .open()) {
            Demo demo = new Demo(leat, console.out(), console.format());
            demo.begin(script);
            if (console.terminals().in() && console.terminals().out()) {
                watch(demo);
                pace.lift();
            } else {
                demo.report();
            }
            demo.end();
        }
        return 0;
    }

    private String script() throws IOException {
        Path file = console.home().resolve(SCRIPT);
        if (!Files.isRegularFile(file)) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "there is no file " + file)
                    .hint("The demo reads the examples folder beside the launcher leat.");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void watch(Demo demo) throws IOException {
        String noColour = System.getenv("NO_COLOR");
        try (Terminal terminal = SystemTerminal.open()) {
            demo.watch(terminal, noColour == null || noColour.isEmpty());
        }
    }
}
