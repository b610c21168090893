package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;

/** What could come next in a statement: tables where tables stand, columns in scope, functions, options, keywords. */
final class SqlCompletion {
    private static final List<String> STATEMENTS = List.of(
            "ALTER TABLE",
            "CREATE JOB",
            "CREATE MATERIALIZED VIEW",
            "CREATE SAVEPOINT",
            "CREATE TABLE",
            "CREATE VIEW",
            "DELETE FROM",
            "DESCRIBE",
            "DROP SAVEPOINT",
            "DROP TABLE",
            "DROP VIEW",
            "EXPLAIN",
            "EXPORT DATABASE TO",
            "FLUSH",
            "INSERT INTO",
            "PRINT",
            "RESET",
            "SELECT",
            "SET",
            "SHOW",
            "STOP JOB",
            "SUBSCRIBE TO",
            "UPDATE",
            "WITH");
    private static final String[] RELATION_FOLLOWS = {
        "FROM", "JOIN", "INTO", "UPDATE", "DESCRIBE", "TO", "ANALYZE", "PRINT", "TABLE", "VIEW"
    };
    private static final int FUNCTION_PREFIX_MIN = 1;

    private final Names names;

    SqlCompletion(Names names) {
        this.names = names;
    }

    List<Candidate> complete(String text, int cursor, String word) {
        CursorPlace place = CursorPlace.of(text, cursor, cursor - word.length());
        if (place.withOptions().isPresent()) {
            boolean closed = cursor < text.length() && text.charAt(cursor) == '\'';
            return new OptionCompletion(names)
                    .complete(place.withOptions().get(), place.quoted().isPresent(), closed);
        }
        if (place.quoted().isPresent()) {
            return List.of();
        }
        if (place.isStart()) {
            return statements(word);
        }
        return isRelationPlace(place) ? relations(place, word) : expressions(place, word);
    }

    private static List<Candidate> statements(String word) {
        List<Candidate> candidates = new ArrayList<>();
        STATEMENTS.forEach(statement -> candidates.add(keyword(statement, word)));
        return candidates;
    }

    private static boolean isRelationPlace(CursorPlace place) {
        boolean defines = place.begins("CREATE") && place.follows("TABLE", "VIEW") && !place.withinQuery();
        return place.follows(RELATION_FOLLOWS) && !defines;
    }

    private List<Candidate> relations(CursorPlace place, String word) {
        List<Candidate> candidates = new ArrayList<>();
        names.relations().forEach(name -> candidates.add(candidate(Identifiers.quoted(name), name, "tables", null)));
        if (place.follows("FROM", "JOIN")) {
            candidates.add(keyword("TABLE", word));
        }
        return candidates;
    }

    private List<Candidate> expressions(CursorPlace place, String word) {
        List<Candidate> candidates = new ArrayList<>();
        RelationsInScope scope = RelationsInScope.of(place.statement());
        int dot = word.lastIndexOf('.');
        if (dot >= 0) {
            String alias = word.substring(0, dot);
            scope.relation(alias).ifPresent(source -> columns(source, alias + ".", candidates));
            return candidates;
        }
        scope.all().forEach(source -> columns(source, "", candidates));
        if (word.length() >= FUNCTION_PREFIX_MIN) {
            names.functions()
                    .forEach(function -> candidates.add(new Candidate(
                            function.name() + "(",
                            function.signature(),
                            "functions",
                            function.description(),
                            null,
                            null,
                            false)));
        }
        SqlText.keywords().forEach(keyword -> candidates.add(keyword(keyword, word)));
        return candidates;
    }

    private void columns(RelationsInScope.Source source, String prefix, List<Candidate> candidates) {
        names.columns(source.relation())
                .forEach(column -> candidates.add(candidate(
                        prefix + Identifiers.quoted(column.name()), column.name(), "columns", column.type())));
        if (source.windowed()) {
            List.of("window_start", "window_end", "window_time")
                    .forEach(name -> candidates.add(candidate(prefix + name, name, "columns", "TIMESTAMP(3)")));
        }
    }

    private static Candidate candidate(String value, String shown, String group, String description) {
        return new Candidate(value, shown, group, description, null, null, true);
    }

    /** A word of the language in the case in which the user types. */
    private static Candidate keyword(String keyword, String typed) {
        boolean lower = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
        String word = lower ? keyword.toLowerCase(Locale.ROOT) : keyword;
        return candidate(word, word, "keywords", null);
    }
}
