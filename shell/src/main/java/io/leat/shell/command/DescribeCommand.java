package io.leat.shell.command;

import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.shell.edit.Identifiers;
import io.leat.shell.interactive.ShellContext;
import java.util.List;

/** {@code \d}: what there is; with a name: the columns and the statement that made it. */
record DescribeCommand() implements MetaCommand {
    private static final String ALL =
            "SELECT name, CASE WHEN connector IS NULL THEN 'table' ELSE 'table over ' || connector END"
                    + " AS kind, \"rows\" FROM leat.tables UNION ALL SELECT name, kind || ' view', \"rows\" FROM leat.views"
                    + " ORDER BY name";

    @Override
    public String name() {
        return "\\d";
    }

    @Override
    public String usage() {
        return "\\d [NAME]";
    }

    @Override
    public String description() {
        return "tables and views, or one of them in detail";
    }

    @Override
    public Argument argument() {
        return Argument.RELATION;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        if (argument.isEmpty()) {
            shell.run(ALL);
            return;
        }
        String name = Identifiers.quoted(Identifiers.plain(argument));
        if (shell.run("DESCRIBE " + name) && !name.startsWith("leat.")) {
            String kind = isTable(Identifiers.plain(argument), shell) ? "TABLE " : "VIEW ";
            try (Result created = shell.session().execute("SHOW CREATE " + kind + name)) {
                created.forEach(row -> shell.out().println(row.getString(0) + ";"));
            }
        }
    }

    private static boolean isTable(String name, ShellContext shell) {
        try (Result tables = shell.session().execute("SELECT name FROM leat.tables")) {
            List<Row> rows = tables.rows();
            return rows.stream().anyMatch(row -> row.getString(0).equalsIgnoreCase(name));
        }
    }
}
