package io.leat.shell.edit;

import io.leat.engine.editing.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables and views that a statement names, under the names by which its columns can be called. */
final class RelationsInScope {
    private static final Set<String> WINDOWS = Set.of("TUMBLE", "HOP", "SESSION", "CUMULATE");

    private final List<SqlToken> tokens;
    private final List<Source> sources = new ArrayList<>();

    /**
     * A table in scope.
     *
     * @param alias the name by which its columns are called
     * @param relation the table or view
     * @param windowed whether a window function adds its columns
     */
    record Source(String alias, String relation, boolean windowed) {}

    private RelationsInScope(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    static RelationsInScope of(List<SqlToken> tokens) {
        RelationsInScope scope = new RelationsInScope(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.is("FROM") || token.is("JOIN") || token.is("UPDATE")) {
                scope.add(i + 1);
            }
        }
        return scope;
    }

    List<Source> all() {
        return sources;
    }

    Optional<Source> relation(String alias) {
        return sources.stream()
                .filter(source -> source.alias().equalsIgnoreCase(alias))
                .findFirst();
    }

    private void add(int index) {
        boolean function = is(index, "TABLE") && is(index + 1, "(")
                || index < tokens.size()
                        && WINDOWS.contains(tokens.get(index).text().toUpperCase(Locale.ROOT));
        if (function) {
            windowed(index);
        } else if (isName(index)) {
            int end = nameEnd(index);
            String name = name(index, end);
            sources.add(new Source(alias(end).orElse(name), name, false));
        }
    }

    /** {@code TABLE(TUMBLE(TABLE t, ...)) AS alias}. */
    private void windowed(int index) {
        int open = index + 1;
        int close = closing(open);
        for (int i = open; i < close; i++) {
            if (is(i, "TABLE") && isName(i + 1)) {
                int end = nameEnd(i + 1);
                String name = name(i + 1, end);
                sources.add(new Source(alias(close + 1).orElse(name), name, true));
                return;
            }
        }
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private Optional<String> alias(int index) {
        int place = is(index, "AS") ? index + 1 : index;
        return isName(place) ? Optional.of(Identifiers.plain(tokens.get(place).text())) : Optional.empty();
    }

    private int nameEnd(int index) {
        return is(index + 1, ".") && isName(index + 2) ? index + 3 : index + 1;
    }

    private String name(int from, int to) {
        StringBuilder name = new StringBuilder();
        tokens.subList(from, to).forEach(token -> name.append(Identifiers.plain(token.text())));
        return name.toString();
    }

    private boolean isName(int index) {
        return index < tokens.size() && tokens.get(index).kind() == SqlToken.Kind.IDENTIFIER
                || index < tokens.size() && index > 0 && is(index - 1, ".");
    }

    private boolean is(int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }
}
