package io.leat.shell;

import io.leat.engine.Leat;
import io.leat.shell.interactive.DatabaseOpening;
import io.leat.shell.interactive.InteractiveShell;
import io.leat.shell.interactive.ShellOptions;
import io.leat.shell.print.OutputMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * Does a bit of everything, so that the launcher can have the JVM write down which classes are needed: class data sharing
 * makes later starts quick. Prints nothing.
 */
final class Training {
    private static final String SCRIPT = """
            CREATE TABLE trips (ts TIMESTAMP(3), origin STRING, delay INT, WATERMARK FOR ts AS ts - INTERVAL '1' HOUR);
            CREATE TABLE places (code STRING, state STRING, PRIMARY KEY (code) NOT ENFORCED);
            CREATE MATERIALIZED VIEW daily AS
            SELECT window_start, p.state, COUNT(*) AS n, AVG(delay) AS delay FROM
            TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ts), INTERVAL '1' DAY)) AS t JOIN places AS p ON t.origin = p.code
            GROUP BY window_start, p.state;
            INSERT INTO places VALUES ('SFO', 'CA');
            INSERT INTO trips VALUES (TIMESTAMP '2001-01-01 10:00:00', 'SFO', 5);
            SELECT * FROM daily ORDER BY n DESC LIMIT 3;
            SHOW FUNCTIONS;
            EXPLAIN SELECT origin, COUNT(*) FROM trips GROUP BY origin;
            """;
    private static final String TYPED = "SELECT 1 AS one;\rSELECT nope;\r\\dv\r\\d daily\r\\q\r";

    private Training() {}

    /** Trains; ends with exit code 0. */
    public static void main(String[] arguments) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Console console = new Console(
                new BufferedReader(new StringReader(SCRIPT)),
                new PrintWriter(OutputStream.nullOutputStream()),
                new PrintWriter(OutputStream.nullOutputStream()),
                Console.Terminals.of(""),
                here,
                here);
        for (String mode : OutputMode.words()) {
            Main.run(console, "-c", SCRIPT, "-o", mode);
        }
        Main.run(console);
        typeAtTerminal(here);
        TrainingDirectory.openAfterCrash(console);
        try (Terminal terminal = SystemTerminal.open()) {
            terminal.flush();
        }
        System.exit(0);
    }

    private static void typeAtTerminal(Path here) throws IOException {
        DatabaseOpening database = new DatabaseOpening(Leat::open);
        try (LineDisciplineTerminal terminal = new LineDisciplineTerminal(
                        "leat", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
                InteractiveShell shell = new InteractiveShell(
                        terminal, database, new ShellOptions(OutputMode.TABLE, here, Optional.empty(), true))) {
            terminal.processInputBytes(TYPED.getBytes(StandardCharsets.UTF_8));
            shell.run();
        }
    }
}
