package io.leat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Vocabulary;

/** The words of the language: those of statements, from the lexer, and those of queries, which Calcite reads. */
public final class Keywords {
    private static final String QUERY_WORDS = """
            ALL AND ANY ASC ASOF BETWEEN BIGINT BINARY BOOLEAN BOTH BY BYTES CAST CHAR CROSS CUBE CUMULATE CURRENT
            CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATE DECIMAL DESCRIPTOR DISTINCT ELSE ESCAPE EXCEPT EXCLUDE
            EXTRACT FALSE FETCH FILTER FIRST FLOAT FOLLOWING FULL GROUP GROUPING HAVING HOP IN INNER INT INTEGER
            INTERSECT IS JOIN LAST LATERAL LEADING LEFT MATCH_RECOGNIZE MEASURES NATURAL NEXT NULLS OF OFFSET ONLY
            ORDER ORDINALITY OUTER OVER OVERLAPS PARTITION PATTERN PRECEDING QUALIFY RANGE REAL RECURSIVE RIGHT ROLLUP
            ROWS SEMI SESSION SETS SIMILAR SMALLINT SOME STRING SYMMETRIC SYSTEM_TIME THEN TIMESTAMP_LTZ TINYINT
            TRAILING TRUE TRY_CAST TUMBLE UNBOUNDED UNION UNKNOWN UNNEST USING VARBINARY VARCHAR WHEN WHERE WITHIN""";

    /** Words that a query cannot use as a name unless they are quoted, though the statement grammar could. */
    private static final Set<String> RESERVED_IN_QUERIES = Set.of("""
            ALL AND ANY ASC ASOF BETWEEN BY CAST CROSS DATE DISTINCT ELSE EXCEPT FALSE FETCH FULL GROUP HAVING IN INNER
            INTERSECT IS JOIN LATERAL LEFT NATURAL OFFSET ORDER OUTER PARTITION QUALIFY RIGHT SOME THEN TRUE UNION UNNEST
            USING WHEN WHERE""".split("\\s+"));

    private static final Set<String> STATEMENT_WORDS = statementWords();
    private static final Set<String> ALL = all();

    private Keywords() {}

    /** All words, in upper case and alphabetical order. */
    public static List<String> list() {
        return new ArrayList<>(ALL);
    }

    /** Whether a word, in whatever case, is one of the language. */
    public static boolean isKeyword(String word) {
        return ALL.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a word that the statement grammar takes for a name cannot be one in a query unless it is quoted. */
    public static boolean isReservedInQueries(String word) {
        return RESERVED_IN_QUERIES.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the token type of {@link LeatLexer} is a word of the statement grammar. */
    public static boolean isWord(int tokenType) {
        return tokenType >= LeatLexer.ADVANCE && tokenType <= LeatLexer.ZONE;
    }

    private static Set<String> statementWords() {
        Vocabulary vocabulary = LeatLexer.VOCABULARY;
        Set<String> words = new TreeSet<>();
        for (int type = LeatLexer.ADVANCE; type <= LeatLexer.ZONE; type++) {
            words.add(vocabulary.getSymbolicName(type));
        }
        return words;
    }

    private static Set<String> all() {
        Set<String> words = new TreeSet<>(STATEMENT_WORDS);
        words.addAll(List.of(QUERY_WORDS.split("\\s+")));
        return words;
    }
}
