package io.leat.shell;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;

/** The terminal that this process was started in. */
final class SystemTerminal {
    /** For terminals that do not know their size, such as those that programs make. */
    private static final Size USUAL_SIZE = Size.of(80, 24);

    private SystemTerminal() {}

    /**
     * Takes the terminal. It is not asked what it can do: some never answer, and waiting for that would take longer than
     * everything else, and swallow what the user has typed already.
     */
    static Terminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .nativeSignals(true)
                .graphemeCluster(false)
                .signalHandler(SignalHandler.SIG_IGN)
                .build();
        if (terminal.getSize().getColumns() == 0) {
            terminal.setSize(USUAL_SIZE);
        }
        return terminal;
    }
}
