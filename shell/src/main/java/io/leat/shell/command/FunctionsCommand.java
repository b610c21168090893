package io.leat.shell.command;

import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.shell.interactive.ShellContext;
import io.leat.shell.print.Printers;
import io.leat.shell.print.RowPrinter;
import java.util.Locale;

/** {@code \df}: the functions, or those with a word in their name or description. */
record FunctionsCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\df";
    }

    @Override
    public String usage() {
        return "\\df [WORD]";
    }

    @Override
    public String description() {
        return "functions, or those about a word";
    }

    @Override
    public Argument argument() {
        return Argument.NONE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        if (argument.isEmpty()) {
            shell.run("SHOW FUNCTIONS");
            return;
        }
        String word = argument.toLowerCase(Locale.ROOT);
        try (Result result = shell.session().execute("SHOW FUNCTIONS")) {
            RowPrinter printer = Printers.rows(
                    shell.state().mode(),
                    shell.output().writer(),
                    shell.output().format(),
                    result.schema());
            for (Row row : result) {
                String text = row.values().toString().toLowerCase(Locale.ROOT);
                if (text.contains(word)) {
                    printer.row(row);
                }
            }
            printer.end();
        }
    }
}
