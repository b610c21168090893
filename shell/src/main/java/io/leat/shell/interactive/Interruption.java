package io.leat.shell.interactive;

import java.util.function.BooleanSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Gives Ctrl-C a meaning for as long as something runs. */
final class Interruption {

    private Interruption() {}

    /** While the work runs, Ctrl-C calls this, on the terminal's thread, and ends nothing else. */
    static boolean during(Terminal terminal, Runnable interrupted, BooleanSupplier work) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> interrupted.run());
        try {
            return work.getAsBoolean();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }
}
