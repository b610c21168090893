package io.leat.shell;

import io.leat.shell.print.OutputMode;
import java.util.ArrayList;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how results look and what happens after an error. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODE",
            defaultValue = "table",
            completionCandidates = Modes.class,
            converter = ModeConverter.class,
            description = "How rows are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    OutputMode mode;

    @Option(
            names = "--continue-on-error",
            description = "Run the statements after one that failed; the exit code is still 1.")
    boolean continueOnError;

    /** The names of the modes, for help. */
    static final class Modes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return new ArrayList<>(OutputMode.words()).iterator();
        }
    }

    /** Reads a mode's name. */
    static final class ModeConverter implements ITypeConverter<OutputMode> {
        @Override
        public OutputMode convert(String word) {
            return OutputMode.words().stream()
                    .filter(word::equalsIgnoreCase)
                    .findFirst()
                    .map(OutputMode::of)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + word + "' is not one of " + String.join(", ", OutputMode.words())));
        }
    }
}
