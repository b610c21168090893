package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;

/** {@code \q}: leaves. */
record QuitCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\q";
    }

    @Override
    public String usage() {
        return "\\q";
    }

    @Override
    public String description() {
        return "leave (as Ctrl-D does)";
    }

    @Override
    public Argument argument() {
        return Argument.NONE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        shell.state().leave();
    }
}
