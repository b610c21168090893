package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.shell.interactive.ShellContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** {@code \i}: runs a file. */
record IncludeCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\i";
    }

    @Override
    public String usage() {
        return "\\i FILE";
    }

    @Override
    public String description() {
        return "run the statements of a file";
    }

    @Override
    public Argument argument() {
        return Argument.FILE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        Arguments.require(argument, this);
        shell.run(read(argument, shell));
    }

    private static String read(String file, ShellContext shell) {
        try {
            return Files.readString(shell.directory().resolve(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "there is no file " + file, e);
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the file " + file + " cannot be read as UTF-8 text", e);
        }
    }
}
