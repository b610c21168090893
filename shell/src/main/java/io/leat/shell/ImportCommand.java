package io.leat.shell;

import io.leat.engine.Leat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code leat import FROM DIR}: a database directory made of an export, a savepoint or another directory. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a database directory of an export, a savepoint or another directory that is not in use.",
            "It is a database of its own: its sinks begin anew."
        })
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "What EXPORT DATABASE has written, or DIR/savepoints/NAME.")
    private Path from;

    @Parameters(index = "1", paramLabel = "DIR", description = "The new database directory; empty, or not there yet.")
    private Path directory;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Leat.copy(console.directory().resolve(from), console.directory().resolve(directory));
        console.out().println("imported " + from + " into " + directory);
        console.out().flush();
        return 0;
    }
}
