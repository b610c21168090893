package io.leat.shell.script;

import io.leat.shell.print.ControlText;
import io.leat.shell.print.DisplayWidth;
import java.io.PrintWriter;
import java.util.function.IntSupplier;

/** Progress on a terminal: one line that is written over, no wider than the terminal, and erased at the end. */
public final class TerminalProgress implements ProgressOutput {
    private static final int PERIOD_MILLIS = 250;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final IntSupplier columns;
    private boolean drawn;

    /**
     * A line where the cursor stands.
     *
     * @param columns how wide the terminal is; 0 if it does not say
     */
    public TerminalProgress(PrintWriter terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public int periodMillis() {
        return PERIOD_MILLIS;
    }

    @Override
    public void write(String text) {
        int width = columns.getAsInt() - 1;
        String line = ControlText.escape(text);
        terminal.print(ERASE + (width > 0 ? DisplayWidth.cut(line, width, "") : line));
        terminal.flush();
        drawn = true;
    }

    @Override
    public void erase() {
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
            drawn = false;
        }
    }
}
