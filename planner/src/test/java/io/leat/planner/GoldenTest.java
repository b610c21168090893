package io.leat.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.parser.StatementParser;
import io.leat.parser.statement.CreateTable;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Insert;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.Update;
import io.leat.planner.explain.Explanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans and errors as files that people review. Each case is a query after a line of {@code >}, what it becomes below.
 * Run with {@code -Dleat.golden.update=true} to write the files anew, then read the difference.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/leat/planner");
    private static final String MARK = "> ";

    @ParameterizedTest
    @ValueSource(strings = {"plans.txt", "windows.txt", "nexmark.txt", "ordered.txt", "errors.txt", "statements.txt"})
    void everyQueryBecomesWhatTheFileSays(String file) throws IOException {
        String expected = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
        String actual = cases(expected).stream().map(GoldenTest::answer).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("leat.golden.update")) {
            Files.writeString(FOLDER.resolve(file), actual, StandardCharsets.UTF_8);
        }
        assertEquals(expected, actual);
        for (String internal : List.of("Exception", "null", "apache", "XX000", "$SCALAR")) {
            assertFalse(actual.contains(internal), internal);
        }
    }

    /** The queries of a file: lines that begin with the mark; consecutive ones are one query. */
    private static List<String> cases(String text) {
        List<String> cases = new ArrayList<>();
        StringBuilder query = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                query.append(query.isEmpty() ? "" : "\n").append(line.substring(MARK.length()));
            } else if (!query.isEmpty()) {
                cases.add(query.toString());
                query.setLength(0);
            }
        }
        if (!query.isEmpty()) {
            cases.add(query.toString());
        }
        return cases;
    }

    /** A query that begins with a dot is finite. */
    private static String answer(String written) {
        boolean finite = written.startsWith(".");
        String query = finite ? written.substring(1) : written;
        String mark = query.lines().map(line -> MARK + line).collect(Collectors.joining("\n", "", "\n"));
        return (finite ? mark.replaceFirst(MARK, MARK + ".") : mark)
                + outcome(query, finite ? QueryKind.SNAPSHOT : QueryKind.CONTINUOUS);
    }

    private static String outcome(String text, QueryKind kind) {
        TestCatalog catalog = TestCatalog.standard();
        try {
            Statement statement = StatementParser.parse(text, Limits.DEFAULT).statement();
            return statement instanceof Select
                    ? query(catalog, catalog.plan(text, kind))
                    : change(catalog, new Planner(catalog, PlanningContext.of(Limits.DEFAULT, 0)), statement);
        } catch (LeatException e) {
            return ErrorText.render(e, text);
        }
    }

    private static String query(TestCatalog catalog, PlannedQuery planned) {
        String warnings = planned.warnings().stream()
                .map(warning -> "warning: " + warning.message() + "\n")
                .collect(Collectors.joining());
        String key = planned.uniqueKey()
                .map(columns -> planned.schema().select(columns).names().toString())
                .orElse("none");
        return Explanation.of(planned.plan(), catalog).text() + "columns: "
                + planned.schema().names() + " key: " + key + "\n" + warnings;
    }

    private static String change(TestCatalog catalog, Planner planner, Statement statement) {
        if (statement instanceof Insert insert) {
            return query(
                    catalog,
                    planner.planInsert(insert, Emit.NONE, QueryKind.SNAPSHOT).query());
        }
        if (statement instanceof Update update) {
            return Explanation.of(planner.planUpdate(update).plan(), catalog).text();
        }
        if (statement instanceof Delete delete) {
            return Explanation.of(planner.planDelete(delete).plan(), catalog).text();
        }
        TableDefinition table = planner.defineTable((CreateTable) statement);
        String watermark = table.watermark()
                .map(declared -> table.schema().name(declared.column()) + " AS " + declared.expressionText())
                .orElse("none");
        return table.columns().stream()
                        .map(column -> column.name() + " " + column.type() + " " + column.kind() + "\n")
                        .collect(Collectors.joining())
                + "key: " + table.primaryKey() + " watermark: " + watermark + "\n";
    }
}
