package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.Result;
import io.leat.engine.ScriptStatement;
import io.leat.engine.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows. */
class ReadmeTest {

    @Test
    void everySqlBlockRuns() throws Exception {
        List<String> blocks = CodeBlocks.of("README.md", "sql");
        assertTrue(blocks.size() >= 3);
        List<String> results = new ArrayList<>();
        try (Leat leat = Leat.builder().workingDirectory(CodeBlocks.ROOT).open()) {
            Session session = leat.session();
            for (ScriptStatement statement : ScriptStatement.split(String.join("\n", blocks))) {
                try (Result result = session.execute(statement)) {
                    result.rows().forEach(row -> results.add(row.toString()));
                }
            }
        }
        assertTrue(results.contains("[2001-03-06T00:00, TX, 44, 0]"), results::toString);
        assertTrue(results.contains("[ada, 10.00]"), results::toString);
    }

    @Test
    void everyJavaBlockRuns(@TempDir Path directory) throws Exception {
        List<String> printed = new ArrayList<>();
        for (String block : CodeBlocks.of("README.md", "java")) {
            printed.addAll(JavaProgram.compileAndRun(directory, block));
        }
        assertTrue(printed.contains("[15]"), printed::toString);
        assertTrue(printed.contains("b 2"), printed::toString);
    }
}
