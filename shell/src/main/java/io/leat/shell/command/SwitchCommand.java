package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.shell.interactive.ShellContext;
import io.leat.shell.interactive.ShellState;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** A command that switches something on or off: the other way round without an argument. */
record SwitchCommand(String name, String what, Predicate<ShellState> current, BiConsumer<ShellState, Boolean> change)
        implements MetaCommand {

    @Override
    public String usage() {
        return name + " [on|off]";
    }

    @Override
    public String description() {
        return what;
    }

    @Override
    public Argument argument() {
        return Argument.ON_OFF;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        boolean on = switch (argument) {
            case "" -> !current.test(shell.state());
            case "on" -> true;
            case "off" -> false;
            default ->
                throw LeatException.of(ErrorCode.SYNTAX, name + " is on or off").hint("Write " + usage() + ".");
        };
        change.accept(shell.state(), on);
        shell.out().println(what + ": " + (on ? "on" : "off"));
    }
}
