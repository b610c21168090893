package io.leat.shell.edit;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.TableDefinition;
import io.leat.engine.editing.SqlToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;

/** Options and their values inside {@code WITH (}. */
final class OptionCompletion {
    private static final Pattern CHOICES = Pattern.compile("one of ([\\w-]+(?:(?:, | or )[\\w-]+)*)");

    private final Names names;

    OptionCompletion(Names names) {
        this.names = names;
    }

    /**
     * What could come next.
     *
     * @param options the tokens since the bracket
     * @param quoted whether the cursor is inside quotes
     * @param closed whether a closing quote follows the cursor
     */
    List<Candidate> complete(List<SqlToken> options, boolean quoted, boolean closed) {
        String begin = quoted ? "" : "'";
        boolean value = !options.isEmpty() && options.get(options.size() - 1).is("=");
        if (value && options.size() > 1) {
            String key = text(options.get(options.size() - 2));
            return values(key, options, begin, closed ? "" : "'");
        }
        return keys(options, begin, closed ? "" : "' = '");
    }

    private List<Candidate> keys(List<SqlToken> options, String begin, String end) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> used = new HashSet<>();
        options.forEach(token -> used.add(text(token)));
        Optional<String> connector = connector(options);
        if (connector.isEmpty()) {
            candidates.add(candidate(begin, TableDefinition.CONNECTOR, end, "where the rows are"));
            return candidates;
        }
        for (ConnectorOption option : names.options(connector.get())) {
            if (!used.contains(option.key())) {
                String key = option.key().replace("*", "");
                String required = option.required() ? "required: " : "";
                candidates.add(candidate(begin, key, end, required + option.description()));
            }
        }
        return candidates;
    }

    private List<Candidate> values(String key, List<SqlToken> options, String begin, String end) {
        List<Candidate> candidates = new ArrayList<>();
        if (key.equals(TableDefinition.CONNECTOR)) {
            names.connectors().forEach(name -> candidates.add(candidate(begin, name, end, null)));
            return candidates;
        }
        connector(options)
                .flatMap(name -> names.options(name).stream()
                        .filter(option -> option.matches(key))
                        .findFirst())
                .ifPresent(
                        option -> choices(option).forEach(word -> candidates.add(candidate(begin, word, end, null))));
        return candidates;
    }

    private static List<String> choices(ConnectorOption option) {
        if (option.kind() == Kind.BOOLEAN) {
            return List.of("true", "false");
        }
        Matcher choices = CHOICES.matcher(option.description());
        List<String> words = new ArrayList<>();
        if (choices.find()) {
            words.addAll(List.of(choices.group(1).split(", | or ")));
        }
        option.defaultValue().filter(word -> !words.contains(word)).ifPresent(words::add);
        return words;
    }

    private static Optional<String> connector(List<SqlToken> options) {
        for (int i = 0; i + 2 < options.size(); i++) {
            if (text(options.get(i)).equals(TableDefinition.CONNECTOR)
                    && options.get(i + 1).is("=")) {
                return Optional.of(text(options.get(i + 2)));
            }
        }
        return Optional.empty();
    }

    private static String text(SqlToken token) {
        String text = token.text();
        return text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }

    private static Candidate candidate(String begin, String word, String end, String description) {
        return new Candidate(begin + word + end, word, "options", description, null, null, false);
    }
}
