package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.shell.interactive.ShellContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code \e}: opens a text editor; what it leaves behind stands on the next line, ready to run. */
record EditCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\e";
    }

    @Override
    public String usage() {
        return "\\e [FILE]";
    }

    @Override
    public String description() {
        return "write a statement in $EDITOR";
    }

    @Override
    public Argument argument() {
        return Argument.FILE;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        String editor = Optional.ofNullable(System.getenv("VISUAL"))
                .or(() -> Optional.ofNullable(System.getenv("EDITOR")))
                .orElse("vi");
        try {
            Path file = Files.createTempFile("leat", ".sql");
            try {
                shell.edit(edited(editor, argument, file, shell));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the editor " + editor + " cannot be started", e)
                    .hint("Name another one in the environment variable EDITOR.");
        }
    }

    private static String edited(String editor, String begin, Path file, ShellContext shell) throws IOException {
        if (!begin.isEmpty()) {
            Files.writeString(file, Files.readString(shell.directory().resolve(begin)));
        }
        Process process = new ProcessBuilder("sh", "-c", editor + " \"$1\"", "sh", file.toString())
                .directory(shell.directory().toFile())
                .inheritIO()
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
