package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.engine.Session;
import io.leat.shell.print.OutputMode;
import io.leat.shell.print.PrintFormat;
import io.leat.shell.script.ResultWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the SQL of every page, block by block in one database, and compares what the page shows with what comes out. */
class SqlBlocksTest {
    private static final String KAFKA = "docs/kafka.md";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyBlockDoesWhatThePageSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : Pages.all()) {
            List<SqlExample> examples = SqlExample.of(page);
            if (!examples.isEmpty()) {
                tests.add(dynamicTest(page, () -> check(page, examples)));
            }
        }
        assertTrue(tests.size() >= 3);
        return tests.stream();
    }

    /** Definitions are checked and planned without a broker; whatever reads or writes would need one. */
    @Test
    void blocksAboutKafkaOnlyDefine() throws IOException {
        for (SqlExample example : SqlExample.of(KAFKA)) {
            for (ScriptStatement statement : ScriptStatement.split(example.sql())) {
                assertTrue(statement.text().startsWith("CREATE"), example::sql);
            }
        }
    }

    private void check(String page, List<SqlExample> examples) throws IOException {
        Path place = Files.createDirectories(directory.resolve(page));
        copyExamples(place);
        try (Leat leat =
                Leat.builder().workingDirectory(place).console(line -> {}).open()) {
            Session session = leat.session();
            for (SqlExample example : examples) {
                String printed = run(session, example);
                example.output().ifPresent(output -> assertEquals(lines(output), lines(printed), example::sql));
            }
        }
    }

    private static void copyExamples(Path place) throws IOException {
        Path examples = Files.createDirectory(place.resolve("examples"));
        for (String name : List.of("flights.ndjson", "airports.csv")) {
            Files.copy(CodeBlocks.ROOT.resolve("examples").resolve(name), examples.resolve(name));
        }
    }

    private static String run(Session session, SqlExample example) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        ResultWriter writer = new ResultWriter(out, OutputMode.TABLE, PrintFormat.PLAIN);
        for (ScriptStatement statement : ScriptStatement.split(example.sql())) {
            try (Result result = session.execute(statement)) {
                if (result.kind() == Result.Kind.ROWS || result.kind() == Result.Kind.CHANGES) {
                    writer.write(result);
                }
            } catch (LeatException e) {
                String error = ErrorText.render(e, statement.script());
                assertTrue(example.output().orElse("").contains("ERROR"), () -> example.sql() + error);
                out.print(error);
            }
        }
        session.awaitCompletion(PATIENCE);
        return printed.toString();
    }

    private static String lines(String text) {
        return text.strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
