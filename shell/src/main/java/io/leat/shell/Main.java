package io.leat.shell;

import io.leat.core.error.LeatException;
import io.leat.shell.script.ErrorWriter;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code: 0, 1 after an error, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(run(Console.ofProcess(), arguments));
    }

    /** Runs a command line on a console and answers the exit code. */
    static int run(Console console, String... arguments) {
        CommandLine commandLine = new CommandLine(new LeatCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new ImportCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> failed(console, error));
        int exit = execute(commandLine, console, arguments);
        console.out().flush();
        console.err().flush();
        return exit;
    }

    private static int execute(CommandLine commandLine, Console console, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            return failed(console, e);
        }
    }

    private static int failed(Console console, Throwable error) {
        LeatException shown = ErrorWriter.asLeat(error);
        new ErrorWriter(console.err()).write(shown, "");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
