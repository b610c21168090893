package io.leat.shell.command;

import io.leat.engine.ChangeCursor;
import io.leat.engine.Result;
import io.leat.shell.edit.Identifiers;
import io.leat.shell.interactive.ShellContext;
import io.leat.shell.live.LiveScreen;
import io.leat.shell.live.LiveTitle;
import java.util.regex.Pattern;

/** {@code \watch}: what a view contains, drawn again whenever it changes. */
record WatchCommand() implements MetaCommand {
    private static final Pattern QUERY = Pattern.compile("(?is)^(SELECT|WITH|VALUES|\\()\\b?.*\\s.*");

    @Override
    public String name() {
        return "\\watch";
    }

    @Override
    public String usage() {
        return "\\watch VIEW|QUERY";
    }

    @Override
    public String description() {
        return "a view as a live table; q leaves";
    }

    @Override
    public Argument argument() {
        return Argument.RELATION;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        Arguments.require(argument, this);
        boolean query = QUERY.matcher(argument).matches();
        String watched = query ? "(" + argument + ")" : Identifiers.quoted(Identifiers.plain(argument));
        try (Result result = shell.session().execute("SUBSCRIBE TO " + watched)) {
            LiveTitle title = query ? LiveTitle.ofQuery(argument) : LiveTitle.ofView(Identifiers.plain(argument));
            new LiveScreen(shell.terminal(), shell.output().colour())
                    .show(title, (ChangeCursor) result.cursor(), shell.otherSession());
        }
    }
}
