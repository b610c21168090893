package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;

/** {@code \dt} and its kin: a query over the system tables. */
record ListCommand(String name, String description, String query) implements MetaCommand {
    static final ListCommand TABLES = new ListCommand(
            "\\dt",
            "tables",
            "SELECT name, connector, primary_key, event_time, \"rows\" FROM leat.tables ORDER BY name");
    static final ListCommand VIEWS = new ListCommand(
            "\\dv",
            "views: rows, state, watermark",
            "SELECT name, kind, status, \"rows\", state_rows, watermark, last_error FROM leat.views ORDER BY name");
    static final ListCommand SOURCES = new ListCommand(
            "\\ds",
            "sources: position, lag, watermark, late and bad rows",
            "SELECT name, connector, status, \"partition\", \"position\", lag, watermark, \"rows\", late, bad"
                    + " FROM leat.sources ORDER BY name, \"partition\"");

    @Override
    public String usage() {
        return name;
    }

    @Override
    public Argument argument() {
        return Argument.NONE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        shell.run(query);
    }
}
