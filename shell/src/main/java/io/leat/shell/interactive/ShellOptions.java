package io.leat.shell.interactive;

import io.leat.shell.print.OutputMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a shell starts.
 *
 * @param mode how results are printed at first
 * @param directory what relative paths are relative to
 * @param history where lines are remembered from one run to the next; nowhere if empty
 * @param colour whether colours may be used
 */
public record ShellOptions(OutputMode mode, Path directory, Optional<Path> history, boolean colour) {

    /** What the environment asks for: {@code LEAT_HISTORY} names another file, {@code NO_COLOR} wants no colours. */
    public static ShellOptions ofEnvironment(OutputMode mode, Path directory) {
        String file = System.getenv("LEAT_HISTORY");
        Path history = file == null ? Path.of(System.getProperty("user.home"), ".leat_history") : Path.of(file);
        String noColour = System.getenv("NO_COLOR");
        return new ShellOptions(mode, directory, Optional.of(history), noColour == null || noColour.isEmpty());
    }
}
