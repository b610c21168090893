package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** Checks what stands behind a command. */
final class Arguments {

    private Arguments() {}

    /** Refuses a command without the argument that it needs. */
    static void require(String argument, MetaCommand command) {
        if (argument.isEmpty()) {
            throw LeatException.of(ErrorCode.SYNTAX, command.name() + " needs to know about what")
                    .hint("Write " + command.usage() + ".");
        }
    }
}
