package io.leat.shell.edit;

import io.leat.core.error.LeatException;
import io.leat.shell.command.MetaCommands;
import io.leat.shell.interactive.ShellContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands and SQL. Before the database is open there are only the words of the language. */
final class ShellCompleter implements Completer {
    private final ShellContext shell;
    private final BooleanSupplier open;
    private final CommandCompletion commands;

    ShellCompleter(ShellContext shell, BooleanSupplier open, MetaCommands commands) {
        this.shell = shell;
        this.open = open;
        this.commands = new CommandCompletion(shell, commands);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Names names = open.getAsBoolean() ? new SessionNames(shell.session()) : Names.NONE;
        try {
            if (line.line().startsWith("\\")) {
                commands.complete(line, names, candidates);
            } else {
                candidates.addAll(new SqlCompletion(names).complete(line.line(), line.cursor(), line.word()));
            }
        } catch (LeatException e) {
            candidates.clear();
        }
    }
}
