package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;
import java.io.PrintWriter;
import java.util.Locale;

/** {@code \?}: the commands. */
record HelpCommand(MetaCommands commands) implements MetaCommand {

    @Override
    public String name() {
        return "\\?";
    }

    @Override
    public String usage() {
        return "\\?";
    }

    @Override
    public String description() {
        return "this list";
    }

    @Override
    public Argument argument() {
        return Argument.NONE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        PrintWriter out = shell.out();
        for (MetaCommand command : commands.all()) {
            out.println(String.format(Locale.ROOT, "  %-20s %s", command.usage(), command.description()));
        }
        out.println();
        out.println("Statements end with ; and may take several lines. Ctrl-C ends a statement, Tab completes,");
        out.println("Ctrl-R searches the history. For example: \\h CREATE TABLE");
    }
}
