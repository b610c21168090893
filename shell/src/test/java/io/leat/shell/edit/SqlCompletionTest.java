package io.leat.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;

/** What Tab offers; the bar marks the cursor. */
final class SqlCompletionTest {
    private static final Names NAMES = new Names() {
        @Override
        public List<String> relations() {
            return List.of("flights", "airports", "odd name", "leat.sources");
        }

        @Override
        public List<Column> columns(String relation) {
            return switch (relation) {
                case "flights" -> List.of(new Column("origin", "STRING"), new Column("delay", "INT"));
                case "airports" -> List.of(new Column("iata", "STRING"));
                default -> List.of();
            };
        }

        @Override
        public List<Function> functions() {
            return List.of(new Function("ABS", "ABS(number)", "The number without its sign"));
        }

        @Override
        public List<String> connectors() {
            return List.of("filesystem", "kafka");
        }

        @Override
        public List<ConnectorOption> options(String connector) {
            return connector.equals("kafka")
                    ? List.of(
                            ConnectorOption.required("topic", Kind.TEXT, "The topic."),
                            ConnectorOption.optional("format", Kind.TEXT, "Option 'format' is one of json, csv."),
                            ConnectorOption.optional("key.skip", Kind.BOOLEAN, "Whether."))
                    : List.of();
        }
    };

    private static List<String> offered(String marked) {
        int cursor = marked.indexOf('|');
        String text = marked.substring(0, cursor) + marked.substring(cursor + 1);
        String word = SqlLineParser.Word.at(text, cursor).word();
        return new SqlCompletion(NAMES)
                .complete(text, cursor, word).stream().map(Candidate::value).toList();
    }

    @Test
    void statementsBeginWithTheirVerbs() {
        assertTrue(offered("SEL|").contains("SELECT"));
        assertTrue(offered("sel|").contains("select"));
        assertTrue(offered("SELECT 1; cre|").contains("create materialized view"));
    }

    @Test
    void tablesStandAfterFrom() {
        assertEquals(
                List.of("flights", "airports", "\"odd name\"", "leat.sources", "TABLE"), offered("SELECT * FROM |"));
        assertTrue(offered("SELECT * FROM flights AS f JOIN |").contains("airports"));
        assertTrue(offered("SELECT * FROM TABLE(TUMBLE(TABLE fl|").contains("flights"));
        assertTrue(offered("DESCRIBE |").contains("flights"));
        assertTrue(offered("SUBSCRIBE TO |").contains("flights"));
        assertFalse(offered("CREATE TABLE |").contains("flights"));
    }

    @Test
    void columnsAreThoseInScopeAlsoBeforeFrom() {
        List<String> offered = offered("SELECT | FROM flights");
        assertTrue(offered.containsAll(List.of("origin", "delay")));
        assertFalse(offered.contains("iata"));
    }

    @Test
    void anAliasHasItsOwnColumnsOnly() {
        assertEquals(
                List.of("a.iata"),
                offered("SELECT f.delay, a.| FROM flights AS f JOIN airports a ON f.origin = a.iata"));
    }

    @Test
    void windowsAddTheirColumns() {
        String from = " FROM TABLE(TUMBLE(TABLE flights, DESCRIPTOR(ts), INTERVAL '1' DAY)) AS w";
        assertEquals(
                List.of("w.origin", "w.delay", "w.window_start", "w.window_end", "w.window_time"),
                offered("SELECT w.|" + from));
    }

    @Test
    void functionsComeWithTheirBracket() {
        assertTrue(offered("SELECT ab|").contains("ABS("));
    }

    @Test
    void connectorOptionsAndTheirValues() {
        assertEquals(List.of("'connector' = '"), offered("CREATE TABLE t (a INT) WITH (|"));
        assertEquals(
                List.of("kafka'"),
                offered("CREATE TABLE t (a INT) WITH ('connector' = 'ka|").subList(1, 2));
        assertEquals(List.of("filesystem", "kafka"), offered("CREATE TABLE t (a INT) WITH ('connector' = '|'"));
        String known = "CREATE TABLE t (a INT) WITH ('connector' = 'kafka', ";
        assertEquals(List.of("'topic' = '", "'format' = '", "'key.skip' = '"), offered(known + "|"));
        assertEquals(List.of("'format' = '", "'key.skip' = '"), offered(known + "'topic' = 'x', |"));
        assertEquals(List.of("json'", "csv'"), offered(known + "'format' = '|"));
        assertEquals(List.of("true'", "false'"), offered(known + "'key.skip' = '|"));
    }

    @Test
    void nothingIsOfferedInsideText() {
        assertEquals(List.of(), offered("SELECT 'fro|"));
    }
}
