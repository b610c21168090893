package io.leat.shell.interactive;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;

/** Shows errors in the terminal, their first word in red where there are colours. */
public final class ErrorLines {
    private static final String ERROR = "ERROR";
    private static final String RED = "\u001b[1;31m";
    private static final String RESET = "\u001b[0m";

    private ErrorLines() {}

    /** Shows an error without its place: for commands, whose statements the user has not written. */
    static void write(ShellContext context, LeatException error) {
        LeatException plain = LeatException.of(error.code(), error.getMessage());
        LeatException detailed = error.detail().map(plain::detail).orElse(plain);
        write(context, error.hint().map(detailed::hint).orElse(detailed), "");
    }

    /** Shows an error of a text. */
    public static void write(ShellContext context, LeatException error, String script) {
        String text = ErrorText.render(error, script);
        boolean coloured = context.output().colour() && text.startsWith(ERROR);
        context.out().print(coloured ? RED + ERROR + RESET + text.substring(ERROR.length()) : text);
        context.out().flush();
    }
}
