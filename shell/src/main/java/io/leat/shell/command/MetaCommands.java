package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.shell.interactive.ShellContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands, in the order in which help shows them. */
public final class MetaCommands {
    private static final Map<String, String> ALONE = Map.of("exit", "\\q", "quit", "\\q", "help", "\\?");

    private final List<MetaCommand> all = List.of(
            new HelpCommand(this),
            new StatementHelpCommand(),
            new DescribeCommand(),
            ListCommand.TABLES,
            ListCommand.VIEWS,
            ListCommand.SOURCES,
            new FunctionsCommand(),
            new WatchCommand(),
            new WhyCommand(),
            new IncludeCommand(),
            new OutputCommand(),
            new EditCommand(),
            new ModeCommand(),
            new SwitchCommand(
                    "\\x", "rows as one line for each column", state -> state.expanded(), (s, v) -> s.expanded(v)),
            new SwitchCommand(
                    "\\timing", "times of planning and execution", state -> state.timing(), (s, v) -> s.timing(v)),
            new SwitchCommand("\\pager", "long results page by page", state -> state.pager(), (s, v) -> s.pager(v)),
            new QuitCommand());

    /** All of them. */
    public List<MetaCommand> all() {
        return all;
    }

    /** Whether a line calls a command. */
    public boolean isCommand(String line) {
        String text = line.strip();
        return text.startsWith("\\") || ALONE.containsKey(text);
    }

    /** The command that a line calls, if there is such. */
    public Optional<MetaCommand> find(String line) {
        String word = word(line);
        return all.stream().filter(command -> command.name().equals(word)).findFirst();
    }

    private static String word(String line) {
        String word = line.strip().split("\\s+", 2)[0].replaceFirst(";+$", "");
        return ALONE.getOrDefault(word, word);
    }

    /**
     * Runs the command that a line calls.
     *
     * @throws LeatException UNKNOWN_OBJECT if there is none of that name, or what the command throws
     */
    public void run(String line, ShellContext shell) {
        String[] parts = line.strip().split("\\s+", 2);
        MetaCommand command = find(line).orElseThrow(() -> unknown(word(line)));
        String argument = parts.length < 2 ? "" : parts[1].strip().replaceFirst("\\s*;+$", "");
        command.run(argument, shell);
    }

    private LeatException unknown(String word) {
        List<String> names = all.stream().map(MetaCommand::name).toList();
        String nearest = Suggestions.nearest(word, names)
                .map(name -> "did you mean " + name + "? ")
                .orElse("");
        return LeatException.of(ErrorCode.UNKNOWN_OBJECT, "there is no command " + word)
                .hint(nearest + "\\? lists the commands.");
    }
}
