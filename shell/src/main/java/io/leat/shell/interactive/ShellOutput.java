package io.leat.shell.interactive;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.shell.print.PrintFormat;
import io.leat.shell.script.ProgressLine;
import io.leat.shell.script.TerminalProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Terminal;

/** Where results go: to the terminal, or to the file of {@code \o}. */
public final class ShellOutput implements AutoCloseable {
    private final Terminal terminal;
    private final boolean dumb;
    private final boolean colour;
    private PrintWriter file;

    /** Results go to the terminal at first. */
    public ShellOutput(Terminal terminal, boolean colour) {
        this.terminal = terminal;
        this.dumb = Terminal.TYPE_DUMB.equals(terminal.getType());
        this.colour = colour && !dumb;
    }

    /** Takes results. */
    public PrintWriter writer() {
        return file == null ? terminal.writer() : file;
    }

    /** Whether results go to the terminal. */
    public boolean isTerminal() {
        return file == null;
    }

    /** Whether the terminal may be given colours. */
    public boolean colour() {
        return colour;
    }

    /** Shows on the terminal how far something has come, if lines can be erased on it. */
    public ProgressLine progressLine() {
        return dumb
                ? ProgressLine.nowhere()
                : ProgressLine.to(new TerminalProgress(
                        terminal.writer(), () -> terminal.getSize().getColumns()));
    }

    /** How results are laid out: to fit the terminal, or whole in a file. */
    public PrintFormat format() {
        return isTerminal() ? terminalFormat() : PrintFormat.PLAIN;
    }

    /** How text in the terminal is laid out. */
    public PrintFormat terminalFormat() {
        boolean unicode = terminal.encoding().newEncoder().canEncode('│');
        return new PrintFormat(Math.max(0, terminal.getSize().getColumns()), colour, unicode);
    }

    /**
     * Sends results to a file from now on.
     *
     * @throws LeatException INPUT_OUTPUT if it cannot be written
     */
    public void toFile(Path path) {
        toTerminal();
        try {
            file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the file " + path + " cannot be written", e);
        }
    }

    /** Sends results to the terminal from now on. */
    public void toTerminal() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public void close() {
        toTerminal();
    }
}
