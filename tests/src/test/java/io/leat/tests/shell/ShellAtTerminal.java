package io.leat.tests.shell;

import static org.junit.jupiter.api.Assertions.fail;

import io.leat.core.time.Clock;
import io.leat.engine.Leat;
import io.leat.shell.interactive.DatabaseOpening;
import io.leat.shell.interactive.InteractiveShell;
import io.leat.shell.interactive.ShellOptions;
import io.leat.shell.print.OutputMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/**
 * A shell with a terminal of its own: keys go through a line discipline, as they do on a real one, and what the shell
 * writes is drawn on a screen in memory, escape sequences and all.
 */
final class ShellAtTerminal implements AutoCloseable {
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String TAB = "\t";
    static final String UP = "\u001bOA";

    private static final int COLUMNS = 100;
    private static final int ROWS = 30;
    private static final int LOOK_MILLIS = 50;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final ScreenTerminal screen;
    private final LineDisciplineTerminal terminal;
    private final Clock clock = Clock.system();
    private final Leat leat;
    private final Thread thread;
    private volatile Throwable failure;

    /** A shell over a database in memory, started in a directory; its history is kept there. */
    ShellAtTerminal(Path directory) throws IOException {
        this(directory, Leat.builder());
    }

    /** As {@link #ShellAtTerminal(Path)}, with a database of other options. */
    ShellAtTerminal(Path directory, Leat.Builder database) throws IOException {
        this(directory, database.workingDirectory(directory).open(), opened -> new DatabaseOpening(() -> opened));
    }

    /** As {@link #ShellAtTerminal(Path)}, with a database that is opened in some way. */
    ShellAtTerminal(Path directory, Leat database, Function<Leat, DatabaseOpening> opening) throws IOException {
        ScreenTerminal.VirtualTerminal virtual = ScreenTerminal.withTerminal("test", "xterm-256color", COLUMNS, ROWS);
        screen = virtual.screen();
        terminal = virtual.terminal();
        leat = database;
        ShellOptions options =
                new ShellOptions(OutputMode.TABLE, directory, Optional.of(directory.resolve("history")), true);
        thread = new Thread(() -> talk(opening.apply(leat), options), "shell-at-terminal");
        thread.start();
        await("leat>");
    }

    private void talk(DatabaseOpening opening, ShellOptions options) {
        try (InteractiveShell shell = new InteractiveShell(terminal, opening, options)) {
            shell.run();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** The database that the shell talks to. */
    Leat leat() {
        return leat;
    }

    /** Types keys. */
    ShellAtTerminal type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Types a line and Enter, as a person does who waits for the prompt. */
    ShellAtTerminal enter(String line) throws IOException {
        await(shown -> shown.stripTrailing().endsWith(">"), "a prompt");
        return type(line + "\r");
    }

    /** What is on the screen, lines without the blanks at their end. */
    String screen() {
        StringBuilder text = new StringBuilder();
        screen.toString()
                .lines()
                .forEach(line -> text.append(line.stripTrailing()).append('\n'));
        return text.toString();
    }

    /** Waits until a text is on the screen; answers the screen. */
    String await(String text) {
        return await(shown -> shown.contains(text), "\"" + text + "\"");
    }

    /** Waits until the screen is as wanted; answers the screen. */
    String await(Predicate<String> wanted, String what) {
        long begun = clock.nanos();
        while (clock.nanos() - begun < PATIENCE_NANOS) {
            String shown = screen();
            if (wanted.test(shown)) {
                return shown;
            }
            pause();
        }
        return fail("waited in vain for " + what + " (" + failure + ") on the screen:\n" + screen());
    }

    private void pause() {
        try {
            screen.waitDirty(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the last line is an empty prompt. */
    String awaitPrompt() {
        return await(shown -> shown.stripTrailing().endsWith("leat>"), "an empty prompt");
    }

    /** Waits until the shell has ended by itself. */
    void awaitEnd() {
        join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        if (thread.isAlive() || failure != null) {
            fail("the shell goes on, or failed (" + failure + "), screen:\n" + screen());
        }
    }

    @Override
    public void close() throws IOException {
        if (thread.isAlive()) {
            type(CTRL_C + CTRL_C + CTRL_C);
        }
        join(TimeUnit.SECONDS.toMillis(5));
        leat.close();
        terminal.close();
        join(0);
    }

    private void join(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
