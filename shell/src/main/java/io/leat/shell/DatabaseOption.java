package io.leat.shell;

import io.leat.engine.Leat;
import io.leat.shell.script.OpeningText;
import io.leat.shell.script.ProgressLine;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a database directory is opened. */
final class DatabaseOption {
    @Option(
            names = "--from-savepoint",
            paramLabel = "NAME",
            description = {
                "Put the directory back to a savepoint first;",
                "what it was is kept as savepoint before_NAME."
            })
    private String savepoint;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** As {@link #open(Console, Path, OpeningText)}, and says how far that has come if it takes long. */
    Leat open(Console console, Path directory, ProgressLine progress) {
        OpeningText opening = new OpeningText();
        try (progress) {
            progress.start(opening::text);
            return open(console, directory, opening);
        }
    }

    /** Opens a directory, or a database in memory if that is null. */
    Leat open(Console console, Path directory, OpeningText opening) {
        if (savepoint != null && directory == null) {
            throw new ParameterException(spec.commandLine(), "--from-savepoint needs a database directory");
        }
        Leat.Builder builder =
                Leat.builder().workingDirectory(console.directory()).onOpening(opening);
        if (directory != null) {
            builder.directory(console.directory().resolve(directory)).fromSavepoint(savepoint);
        }
        return builder.open();
    }
}
