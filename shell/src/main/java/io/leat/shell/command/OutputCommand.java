package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;

/** {@code \o}: sends results to a file, or to the terminal again. */
record OutputCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\o";
    }

    @Override
    public String usage() {
        return "\\o [FILE]";
    }

    @Override
    public String description() {
        return "send results to a file, or to the terminal again";
    }

    @Override
    public Argument argument() {
        return Argument.FILE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        if (argument.isEmpty()) {
            shell.output().toTerminal();
            shell.out().println("results go to the terminal");
        } else {
            shell.output().toFile(shell.directory().resolve(argument));
            shell.out().println("results go to " + argument + " until \\o");
        }
    }
}
