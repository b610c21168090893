package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;

/** A command of the shell. */
public interface MetaCommand {

    /** What a command is about, for completion. */
    enum Argument {
        NONE,
        RELATION,
        FILE,
        STATEMENT,
        MODE,
        ON_OFF
    }

    /** The word that calls it, with its backslash. */
    String name();

    /** How it is written: {@code \d [NAME]}. */
    String usage();

    /** What it does, in a few words. */
    String description();

    /** What stands behind it. */
    Argument argument();

    /**
     * Does it.
     *
     * @param argument what stood behind the word, without blanks around it; may be empty
     * @throws io.leat.core.error.LeatException if it cannot be done
     */
    void run(String argument, ShellContext shell);
}
