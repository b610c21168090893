package io.leat.shell;

import io.leat.shell.interactive.DatabaseOpening;
import io.leat.shell.script.OpeningText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leat [DIR]}: the shell, a script, a statement, or what comes from standard input. */
@Command(
        name = "leat",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        description = {
            "Streaming SQL: views over files and Kafka that are always up to date.",
            "Without -f and -c it is an interactive shell, or runs SQL from standard input."
        },
        footer = {
            "",
            "Examples:",
            "  leat                                  the shell, with a database in memory",
            "  leat -c \"SELECT 1 + 1\"                one statement",
            "  leat -f examples/flights.sql -o csv   a script",
            "  leat mydb                             the shell, with a database directory"
        })
final class LeatCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Database directory; in memory without one.")
    private Path database;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "SCRIPT",
            description = "Run the statements of a file.")
    private Path file;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "SQL",
            description = "Run these statements.")
    private String command;

    @Mixin
    private DatabaseOption options;

    @Mixin
    private OutputOption output;

    LeatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (file == null && command == null && console.terminals().in()) {
            String name = database == null ? "database in memory" : "database " + database;
            OpeningText opening = new OpeningText();
            return ShellProcess.run(
                    console,
                    new DatabaseOpening(() -> options.open(console, database, opening), opening::text),
                    name,
                    output.mode);
        }
        try (ScriptProcess process =
                new ScriptProcess(console, options.open(console, database, console.progressLine()), output)) {
            return process.run(file, command);
        }
    }
}
