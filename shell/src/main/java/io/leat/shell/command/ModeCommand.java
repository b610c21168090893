package io.leat.shell.command;

import io.leat.shell.interactive.ShellContext;
import io.leat.shell.print.OutputMode;

/** {@code \mode}: how results are printed. */
record ModeCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\mode";
    }

    @Override
    public String usage() {
        return "\\mode [MODE]";
    }

    @Override
    public String description() {
        return "how results are printed: " + String.join(", ", OutputMode.words());
    }

    @Override
    public Argument argument() {
        return Argument.MODE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        if (!argument.isEmpty()) {
            shell.state().mode(OutputMode.of(argument));
        }
        shell.out().println("mode is " + shell.state().mode().word());
    }
}
