package io.leat.shell.interactive;

import io.leat.engine.Session;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jline.terminal.Terminal;

/** What a command may use of the shell that runs it. */
public interface ShellContext {

    /** The user's session; waits until the database is open. */
    Session session();

    /** Another session, for asking while the user's is busy. */
    Session otherSession();

    /** Ends what the user's session waits for, be it that the database is open. */
    void cancel();

    /** How far that has come, for people; empty if there is nothing to say. */
    String progress();

    /** What is switched on and off. */
    ShellState state();

    /** Where results go. */
    ShellOutput output();

    /** The terminal itself. */
    Terminal terminal();

    /** What relative paths are relative to. */
    Path directory();

    /** Runs statements as if they had been typed; answers whether all succeeded. */
    boolean run(String script);

    /** Puts a text into the next line to be edited. */
    void edit(String text);

    /** Where words for people go. */
    default PrintWriter out() {
        return terminal().writer();
    }
}
