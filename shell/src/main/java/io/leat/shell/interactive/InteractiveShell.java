package io.leat.shell.interactive;

import io.leat.core.error.LeatException;
import io.leat.engine.Session;
import io.leat.shell.command.MetaCommands;
import io.leat.shell.edit.ShellLineReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads lines and runs them until the user leaves. */
public final class InteractiveShell implements ShellContext, AutoCloseable {
    private static final String PROMPT = "leat> ";

    private final Terminal terminal;
    private final Path directory;
    private final DatabaseOpening database;
    private final ShellState state;
    private final ShellOutput output;
    private final LineReader reader;
    private final StatementRunner statements;
    private final MetaCommands commands = new MetaCommands();
    private String prefilled = "";
    private boolean interruptedBefore;

    /** A shell on a terminal, which it does not close, over a database, which it closes. */
    public InteractiveShell(Terminal terminal, DatabaseOpening database, ShellOptions options) {
        this.terminal = terminal;
        this.database = database;
        this.directory = options.directory();
        this.state = new ShellState(options.mode());
        this.output = new ShellOutput(terminal, options.colour());
        this.statements = new StatementRunner(this);
        this.reader = ShellLineReader.of(this, database::isOpen, commands, new SecretFreeHistory(), options.history());
    }

    /** Talks until the user leaves. */
    public void run() {
        while (!state.leaving()) {
            readAndRun();
        }
    }

    private void readAndRun() {
        try {
            String text = prefilled;
            prefilled = "";
            String line = reader.readLine(PROMPT, null, (Character) null, text);
            interruptedBefore = false;
            runLine(line);
        } catch (UserInterruptException e) {
            interrupted(e.getPartialLine());
        } catch (EndOfFileException e) {
            state.leave();
        }
    }

    private void interrupted(String partialLine) {
        boolean empty = partialLine == null || partialLine.isEmpty();
        if (empty && interruptedBefore) {
            state.leave();
        } else if (empty) {
            out().println("Ctrl-C again, Ctrl-D or \\q leaves");
        }
        interruptedBefore = empty;
    }

    private void runLine(String line) {
        try {
            if (commands.isCommand(line)) {
                commands.run(line, this);
            } else {
                run(line);
            }
        } catch (LeatException e) {
            ErrorLines.write(this, e);
        }
        terminal.flush();
    }

    @Override
    public boolean run(String script) {
        return statements.run(script);
    }

    @Override
    public void edit(String text) {
        prefilled = text;
    }

    @Override
    public Session session() {
        return database.session();
    }

    @Override
    public Session otherSession() {
        return database.otherSession();
    }

    @Override
    public void cancel() {
        database.cancel();
    }

    @Override
    public String progress() {
        return database.progress();
    }

    @Override
    public ShellState state() {
        return state;
    }

    @Override
    public ShellOutput output() {
        return output;
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        output.close();
        reader.getHistory().save();
        database.close();
    }
}
