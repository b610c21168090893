package io.leat.shell;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;

/** The terminal that this process was started in. */
final class SystemTerminal {

    private SystemTerminal() {}

    /**
     * Takes the terminal. It is not asked what it can do: some never answer, and waiting for that would take longer than
     * everything else, and swallow what the user has typed already.
     */
    static Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .nativeSignals(true)
                .graphemeCluster(false)
                .signalHandler(SignalHandler.SIG_IGN)
                .build();
    }
}
