package io.leat.shell.command;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.shell.interactive.ShellContext;
import java.util.List;
import java.util.Locale;

/** {@code \h}: how a statement is written, with an example. */
record StatementHelpCommand() implements MetaCommand {

    @Override
    public String name() {
        return "\\h";
    }

    @Override
    public String usage() {
        return "\\h [STATEMENT]";
    }

    @Override
    public String description() {
        return "how a statement is written, with an example";
    }

    @Override
    public Argument argument() {
        return Argument.STATEMENT;
    }

    @Override
    public void run(String argument, ShellContext shell) {
        String topic = argument.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (topic.isEmpty()) {
            shell.out().println("Statements: " + String.join(", ", StatementHelp.topics()));
            return;
        }
        List<String> matching = StatementHelp.topics().stream()
                .filter(candidate -> candidate.startsWith(topic))
                .toList();
        if (matching.isEmpty()) {
            throw LeatException.of(ErrorCode.UNKNOWN_OBJECT, "there is no help about " + argument)
                    .hint(Suggestions.didYouMean(topic, StatementHelp.topics(), "Statements: "));
        }
        matching.stream()
                .filter(candidate -> matching.size() == 1 || candidate.equals(topic) || !matching.contains(topic))
                .forEach(found -> shell.out().println(StatementHelp.text(found)));
    }
}
