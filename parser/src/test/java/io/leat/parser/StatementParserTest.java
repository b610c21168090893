package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.limit.Limits;
import io.leat.grammar.ScriptSplitter;
import io.leat.parser.statement.AdvanceWatermark;
import io.leat.parser.statement.CreateFunction;
import io.leat.parser.statement.CreateIndex;
import io.leat.parser.statement.CreateJob;
import io.leat.parser.statement.CreateSavepoint;
import io.leat.parser.statement.CreateView;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Describe;
import io.leat.parser.statement.Drop;
import io.leat.parser.statement.DropSavepoint;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.ExportDatabase;
import io.leat.parser.statement.Flush;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.ObjectKind;
import io.leat.parser.statement.Print;
import io.leat.parser.statement.ResetSetting;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SetSetting;
import io.leat.parser.statement.Show;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.StatementSet;
import io.leat.parser.statement.StopJob;
import io.leat.parser.statement.Subscribe;
import io.leat.parser.statement.Update;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementParserTest {

    private static <T extends Statement> T parse(Class<T> kind, String sql) {
        return assertInstanceOf(kind, StatementParser.parse(sql, Limits.DEFAULT).statement());
    }

    @Test
    void readsViews() {
        CreateView view = parse(
                CreateView.class,
                "CREATE OR REPLACE MATERIALIZED VIEW v (a, \"B c\") WITH ('x'='1') AS SELECT 1, 2 EMIT ON WINDOW CLOSE;");
        assertEquals("v", view.name().name());
        assertTrue(view.orReplace() && view.materialized());
        assertFalse(view.temporary() || view.ifNotExists());
        assertEquals(
                List.of("a", "B c"),
                view.columnAliases().stream().map(name -> name.name()).toList());
        assertEquals("SELECT 1, 2", view.query().source().text());
        assertEquals(Emit.FINAL, view.emit());
        assertEquals(Optional.of("1"), view.options().value("x"));
        CreateView plain = parse(CreateView.class, "create temporary view if not exists s.v as values (1)");
        assertTrue(plain.temporary() && plain.ifNotExists());
        assertFalse(plain.materialized());
        assertEquals(Optional.of("s"), plain.name().schema());
        assertEquals(Emit.NONE, plain.emit());
    }

    @Test
    void readsQueries() {
        Select select =
                parse(Select.class, "WITH a AS (SELECT 1 AS x) SELECT x FROM a ORDER BY x LIMIT 5 EMIT CHANGES");
        assertEquals(Emit.CHANGES, select.emit());
        assertEquals(
                "WITH a AS (SELECT 1 AS x) SELECT x FROM a ORDER BY x LIMIT 5",
                select.query().source().text());
        parse(Select.class, "(SELECT 1) UNION ALL (SELECT 2)");
        parse(Select.class, "TABLE t");
        parse(Select.class, "VALUES (1, 'a'), (2, 'b')");
        parse(Select.class, "SELECT emitted FROM (SELECT 1 AS emitted)");
    }

    @Test
    void readsWhatChangesRows() {
        Insert insert = parse(Insert.class, "INSERT INTO t (a, b) VALUES (1, ?)");
        assertEquals("t", insert.table().name());
        assertEquals(2, insert.columns().size());
        assertEquals(List.of(), parse(Insert.class, "INSERT INTO t (SELECT 1)").columns());
        Update update = parse(Update.class, "UPDATE t SET a = ?, \"B\" = b + ? WHERE c = ?");
        assertEquals("t", update.table().name());
        assertEquals("B", update.assignments().get(1).column().name());
        assertTrue(update.assignments().get(1).column().quoted());
        assertEquals("b + ?", update.assignments().get(1).value().source().text());
        assertEquals("c = ?", update.where().orElseThrow().source().text());
        Delete delete = parse(Delete.class, "DELETE FROM t");
        assertEquals(Optional.empty(), delete.where());
    }

    @Test
    void countsParametersOutsideOfText() {
        assertEquals(
                2,
                StatementParser.parse("SELECT ? + ?, '?', \"?\" -- ?", Limits.DEFAULT)
                        .parameters());
    }

    @Test
    void readsJobsFunctionsAndIndexes() {
        CreateJob job = parse(CreateJob.class, "CREATE JOB IF NOT EXISTS j AS INSERT INTO o SELECT 1");
        assertTrue(job.ifNotExists());
        assertEquals("o", job.insert().table().name());
        assertEquals("j", parse(StopJob.class, "STOP JOB j").name().name());
        CreateFunction function = parse(CreateFunction.class, "CREATE FUNCTION f AS 'a.B' LANGUAGE JAVA");
        assertEquals("a.B", function.className());
        CreateIndex index = parse(CreateIndex.class, "CREATE INDEX i ON v (a, b)");
        assertEquals("v", index.on().name());
        assertEquals(2, index.columns().size());
        StatementSet set =
                parse(StatementSet.class, "BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;");
        assertEquals(2, set.inserts().size());
        assertEquals(
                1,
                parse(StatementSet.class, "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; END;")
                        .inserts()
                        .size());
    }

    @Test
    void readsDrop() {
        Drop drop = parse(Drop.class, "DROP MATERIALIZED VIEW IF EXISTS a, b CASCADE");
        assertEquals(ObjectKind.MATERIALIZED_VIEW, drop.kind());
        assertEquals(2, drop.names().size());
        assertTrue(drop.ifExists() && drop.cascade());
        assertFalse(parse(Drop.class, "DROP TABLE t RESTRICT").cascade());
    }

    @Test
    void readsSubscribe() {
        Subscribe name = parse(Subscribe.class, "SUBSCRIBE TO hot3 WITH ('snapshot'='false')");
        assertEquals("hot3", name.name().orElseThrow().name());
        assertEquals(Optional.of("false"), name.options().value("snapshot"));
        Subscribe query = parse(Subscribe.class, "SUBSCRIBE TO (SELECT a FROM t) WITH ('progress'='true') EMIT FINAL");
        assertEquals("SELECT a FROM t", query.query().orElseThrow().source().text());
        assertEquals(Optional.of("true"), query.options().value("progress"));
        assertEquals(Emit.FINAL, query.emit());
        assertEquals(
                "SELECT a FROM t",
                parse(Subscribe.class, "SUBSCRIBE SELECT a FROM t")
                        .query()
                        .orElseThrow()
                        .source()
                        .text());
    }

    @Test
    void readsExplainAndShow() {
        Explain view = parse(Explain.class, "EXPLAIN VIEW v");
        assertEquals(Explain.Mode.VIEW, view.mode());
        assertEquals("v", view.name().orElseThrow().name());
        Explain json = parse(Explain.class, "EXPLAIN (FORMAT json) INSERT INTO o SELECT 1");
        assertEquals(Explain.Format.JSON, json.format());
        assertInstanceOf(Insert.class, json.statement().orElseThrow());
        assertEquals(
                Explain.Mode.ANALYZE,
                parse(Explain.class, "EXPLAIN ANALYZE hot").mode());
        assertInstanceOf(
                Select.class,
                parse(Explain.class, "EXPLAIN PLAN FOR SELECT 1").statement().orElseThrow());
        assertEquals(
                Show.What.MATERIALIZED_VIEWS,
                parse(Show.class, "SHOW MATERIALIZED VIEWS").what());
        Show create = parse(Show.class, "SHOW CREATE TABLE t");
        assertEquals(Optional.of(ObjectKind.TABLE), create.kind());
        assertEquals("t", create.name().orElseThrow().name());
        assertEquals(
                "sources", parse(Describe.class, "DESC leat.sources").name().name());
    }

    @Test
    void readsSettings() {
        SetSetting bare = parse(SetSetting.class, "SET leat.read-mode = 10 s");
        assertEquals("leat.read-mode", bare.name().orElseThrow().name());
        assertEquals(Optional.of("10 s"), bare.value());
        SetSetting quoted = parse(SetSetting.class, "SET 'read.mode' = 'latest'");
        assertEquals("read.mode", quoted.name().orElseThrow().name());
        assertEquals(Optional.of("latest"), quoted.value());
        assertEquals(Optional.empty(), parse(SetSetting.class, "SET read.mode").value());
        assertEquals(Optional.empty(), parse(SetSetting.class, "SET").name());
        assertEquals(
                "a.b",
                parse(ResetSetting.class, "RESET a.b").name().orElseThrow().name());
        parse(Flush.class, "FLUSH");
    }

    @Test
    void readsSavepointsAndExports() {
        CreateSavepoint create = parse(CreateSavepoint.class, "CREATE SAVEPOINT IF NOT EXISTS \"a-1\"");
        assertEquals("a-1", create.name().name());
        assertTrue(create.ifNotExists());
        DropSavepoint drop = parse(DropSavepoint.class, "drop savepoint savepoint");
        assertEquals("savepoint", drop.name().name());
        assertFalse(drop.ifExists());
        assertEquals(Show.What.SAVEPOINTS, parse(Show.class, "SHOW SAVEPOINTS").what());
        assertEquals(
                "/backups/today",
                parse(ExportDatabase.class, "EXPORT DATABASE TO '/backups/today'")
                        .directory());
        parse(Select.class, "SELECT database, export, savepoint FROM savepoints");
    }

    @Test
    void readsWatermarksByHandAndPrint() {
        assertEquals(
                Optional.of(LocalDateTime.of(2026, 1, 31, 10, 0)),
                parse(AdvanceWatermark.class, "ALTER TABLE t ADVANCE WATERMARK TO TIMESTAMP '2026-01-31 10:00:00.000'")
                        .to());
        assertEquals(
                Optional.empty(),
                parse(AdvanceWatermark.class, "ALTER TABLE t ADVANCE WATERMARK TO END")
                        .to());
        assertEquals(5, parse(Print.class, "PRINT t FROM BEGINNING LIMIT 5").limit());
        assertEquals(Print.LIMIT_DEFAULT, parse(Print.class, "PRINT t").limit());
    }

    @Test
    void keepsTextAndPlaceOfEveryStatementOfAScript() {
        String script = "-- first\nSELECT 1;\r\n  SELECT '😀',\r\n  2 ;";
        List<ParsedStatement> statements = StatementParser.parseScript(script, Limits.DEFAULT);
        ParsedStatement second = statements.get(1);
        assertEquals("SELECT '😀',\r\n  2", second.text());
        assertEquals(second.text(), script.substring(second.from(), second.to()));
        assertEquals(new Span(3, 3, 4, 3), second.span());
    }

    @Test
    void aScriptCanBeParsedPartByPart() {
        String script = "SELECT 1; SELECT FROM; SELECT 3";
        var parts = ScriptSplitter.split(script);
        assertInstanceOf(
                Select.class,
                StatementParser.parse(parts.get(0), Limits.DEFAULT).statement());
        LeatException error =
                assertThrows(LeatException.class, () -> StatementParser.parse(parts.get(1), Limits.DEFAULT));
        assertEquals(Optional.of(new Span(1, 18, 1, 21)), error.span());
        assertEquals(
                25, StatementParser.parse(parts.get(2), Limits.DEFAULT).span().column() + 1);
    }

    @Test
    void oneStatementMeansOne() {
        LeatException none = assertThrows(LeatException.class, () -> StatementParser.parse(" -- ", Limits.DEFAULT));
        assertEquals("there is no statement", none.getMessage());
        LeatException two =
                assertThrows(LeatException.class, () -> StatementParser.parse("SELECT 1; SELECT 2", Limits.DEFAULT));
        assertEquals("there is more than one statement", two.getMessage());
        assertEquals(Optional.of(new Span(1, 11, 1, 16)), two.span());
    }
}
