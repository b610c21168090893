package io.leat.shell.command;

import io.leat.engine.Result;
import io.leat.shell.edit.Identifiers;
import io.leat.shell.interactive.ShellContext;
import io.leat.shell.print.ControlText;

/** {@code \why}: why a view is empty or quiet. */
record WhyCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\why";
    }

    @Override
    public String usage() {
        return "\\why VIEW";
    }

    @Override
    public String description() {
        return "why a view is empty or quiet";
    }

    @Override
    public Argument argument() {
        return Argument.RELATION;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        Arguments.require(argument, this);
        String name = Identifiers.quoted(Identifiers.plain(argument));
        try (Result result = shell.session().execute("EXPLAIN VIEW " + name)) {
            result.forEach(row -> shell.out().println(ControlText.escape(row.getString(0))));
        }
    }
}
