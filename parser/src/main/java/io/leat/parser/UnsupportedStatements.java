package io.leat.parser;

import io.leat.core.error.LeatException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Refuses by name the statements of other engines that Leat knows of but does not have, and says what to write. */
final class UnsupportedStatements {
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("USE", "there is one catalog; names need no qualification."),
            Map.entry("MERGE", "a table with a PRIMARY KEY is updated by INSERT INTO."),
            Map.entry("TRUNCATE", "use DELETE FROM."),
            Map.entry("COPY", "create a table WITH ('connector' = 'filesystem', ...) and use INSERT INTO."),
            Map.entry("GRANT", "there are no users."),
            Map.entry("REVOKE", "there are no users."),
            Map.entry("COMMIT", "every statement takes effect at once."),
            Map.entry("ROLLBACK", "every statement takes effect at once."),
            Map.entry("BEGIN TRANSACTION", "every statement takes effect at once."),
            Map.entry("START", "every statement takes effect at once."),
            Map.entry("KILL", "use STOP JOB."),
            Map.entry("LOAD", "connectors and functions are found on the class path."),
            Map.entry("UNLOAD", "connectors and functions are found on the class path."),
            Map.entry("CREATE SOURCE", "use CREATE TABLE ... WITH ('connector' = '...')."),
            Map.entry("CREATE SINK", "use CREATE TABLE ... WITH ('connector' = '...') and INSERT INTO."),
            Map.entry("CREATE STREAM", "use CREATE TABLE ... WITH ('connector' = '...')."),
            Map.entry("CREATE DATABASE", "there is one catalog; names need no qualification."),
            Map.entry("CREATE CATALOG", "there is one catalog; names need no qualification."),
            Map.entry("CREATE SCHEMA", "there is one catalog; names need no qualification."),
            Map.entry("CREATE SECRET", "give the value in the WITH clause; it is masked wherever it is shown."),
            Map.entry("CREATE CONNECTION", "give its options in the WITH clause of CREATE TABLE."),
            Map.entry("CREATE TYPE", "write the ROW type out."),
            Map.entry("ALTER VIEW", "use CREATE OR REPLACE VIEW."),
            Map.entry("ALTER MATERIALIZED", "use DROP and CREATE MATERIALIZED VIEW."),
            Map.entry("ALTER JOB", "use STOP JOB and CREATE JOB."),
            Map.entry("ALTER FUNCTION", "use DROP FUNCTION and CREATE FUNCTION."),
            Map.entry("INSERT OVERWRITE", "use DELETE FROM and INSERT INTO."),
            Map.entry("EXECUTE IMMEDIATE", "write the statement itself."));

    private UnsupportedStatements() {}

    /**
     * Checks the first words.
     *
     * @throws LeatException UNSUPPORTED if they begin a statement that Leat does not have
     */
    static void check(Source source) {
        List<Token> tokens = source.part().visibleTokens();
        String first = tokens.get(0).getText().toUpperCase(Locale.ROOT);
        String second = tokens.size() > 1 ? tokens.get(1).getText().toUpperCase(Locale.ROOT) : "";
        String both = first + " " + second;
        if (HINTS.containsKey(both)) {
            int to = tokens.get(1).getStopIndex() + 1;
            throw LeatException.unsupported(both, HINTS.get(both))
                    .at(source.span(tokens.get(0).getStartIndex(), to));
        }
        if (HINTS.containsKey(first)) {
            throw LeatException.unsupported(first, HINTS.get(first)).at(source.span(tokens.get(0)));
        }
    }
}
