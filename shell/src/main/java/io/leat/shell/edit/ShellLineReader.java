package io.leat.shell.edit;

import io.leat.shell.command.MetaCommands;
import io.leat.shell.interactive.ShellContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;

/** Puts the line editor together. */
public final class ShellLineReader {
    private static final int HISTORY_LINES = 10_000;

    private ShellLineReader() {}

    /**
     * A line editor for SQL and commands.
     *
     * @param open whether the database can be asked for names without waiting
     * @param file where the history is kept
     */
    public static LineReader of(
            ShellContext shell, BooleanSupplier open, MetaCommands commands, History history, Optional<Path> file) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("leat")
                .terminal(shell.terminal())
                .parser(new SqlLineParser())
                .highlighter(new SqlHighlighter(shell.output().colour()))
                .completer(new ShellCompleter(shell, open, commands))
                .history(history)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.INSERT_TAB, false)
                .option(Option.AUTO_FRESH_LINE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M%P > ")
                .variable(LineReader.BLINK_MATCHING_PAREN, 0L)
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .variable(LineReader.LIST_MAX, 200);
        file.ifPresent(path -> builder.variable(LineReader.HISTORY_FILE, path));
        return builder.build();
    }
}
