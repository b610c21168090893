package io.leat.shell;

import io.leat.shell.interactive.DatabaseOpening;
import io.leat.shell.interactive.InteractiveShell;
import io.leat.shell.interactive.ShellOptions;
import io.leat.shell.print.OutputMode;
import java.io.IOException;
import org.jline.terminal.Terminal;

/** The interactive shell as a process: takes the terminal, gives it back as it was. */
final class ShellProcess {

    private ShellProcess() {}

    static int run(Console console, DatabaseOpening database, String databaseName, OutputMode mode) throws IOException {
        try (Terminal terminal = SystemTerminal.open();
                InteractiveShell shell = new InteractiveShell(
                        terminal, database, ShellOptions.ofEnvironment(mode, console.directory()))) {
            Thread closing = new Thread(database::close, "leat-closing");
            Runtime.getRuntime().addShutdownHook(closing);
            terminal.writer()
                    .println(VersionText.ofLeat() + ", " + databaseName
                            + ". Statements end with ; \\? shows help, \\q leaves.");
            shell.run();
            Shutdown.remove(closing);
            return 0;
        }
    }
}
