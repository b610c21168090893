package io.leat.shell.edit;

import io.leat.shell.command.MetaCommand;
import io.leat.shell.command.MetaCommands;
import io.leat.shell.command.StatementHelp;
import io.leat.shell.interactive.ShellContext;
import io.leat.shell.print.OutputMode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;

/** Commands and what they are about: names, files, modes. */
final class CommandCompletion {
    private final ShellContext shell;
    private final MetaCommands commands;

    CommandCompletion(ShellContext shell, MetaCommands commands) {
        this.shell = shell;
        this.commands = commands;
    }

    void complete(ParsedLine line, Names names, List<Candidate> candidates) {
        int blank = line.line().indexOf(' ');
        if (blank < 0 || blank >= line.cursor()) {
            commands.all()
                    .forEach(command -> candidates.add(new Candidate(
                            command.name(), command.usage(), "commands", command.description(), null, null, true)));
            return;
        }
        commands.find(line.line()).ifPresent(command -> argument(command, line.word(), names, candidates));
    }

    private void argument(MetaCommand command, String word, Names names, List<Candidate> candidates) {
        switch (command.argument()) {
            case RELATION -> names.relations().forEach(name -> candidates.add(new Candidate(name)));
            case FILE -> files(word).forEach(candidates::add);
            case STATEMENT -> StatementHelp.topics().forEach(topic -> candidates.add(new Candidate(topic)));
            case MODE -> OutputMode.words().forEach(mode -> candidates.add(new Candidate(mode)));
            case ON_OFF -> List.of("on", "off").forEach(choice -> candidates.add(new Candidate(choice)));
            case NONE -> {}
        }
    }

    private List<Candidate> files(String word) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        List<Candidate> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(shell.directory().resolve(folder.isEmpty() ? "." : folder))) {
            for (Path entry : entries) {
                boolean directory = Files.isDirectory(entry);
                String name = entry.getFileName() + (directory ? "/" : "");
                files.add(new Candidate(folder + name, name, "files", null, null, null, !directory));
            }
        } catch (IOException e) {
            return List.of();
        }
        return files;
    }
}
