package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the page on JDBC shows, and compares what it prints. */
class JdbcPageTest {

    @Test
    void everyProgramPrintsWhatThePageSays(@TempDir Path directory) throws Exception {
        List<String> programs = CodeBlocks.of("docs/jdbc.md", "java");
        List<String> outputs = CodeBlocks.of("docs/jdbc.md", "text");
        assertEquals(2, programs.size());
        for (int i = 0; i < programs.size(); i++) {
            List<String> printed = JavaProgram.compileAndRun(directory, programs.get(i));
            assertEquals(outputs.get(i).lines().toList(), printed);
        }
    }
}
