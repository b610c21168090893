package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.limit.Limits;
import io.leat.engine.Settings;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs of the page on embedding, and compares its settings and limits with those that there are. */
class EmbeddedPageTest {
    private static final String PAGE = "docs/embedded.md";

    @Test
    void everyProgramPrintsWhatThePageSays(@TempDir Path directory) throws Exception {
        List<String> programs = CodeBlocks.of(PAGE, "java");
        List<String> outputs = CodeBlocks.of(PAGE, "text");
        assertTrue(programs.size() >= 4);
        assertEquals(programs.size(), outputs.size());
        for (int i = 0; i < programs.size(); i++) {
            assertEquals(
                    outputs.get(i).lines().toList(),
                    JavaProgram.compileAndRun(directory, programs.get(i)),
                    programs.get(i));
        }
    }

    @Test
    void everySettingIsThereWithItsDefault() throws Exception {
        assertEquals(
                Settings.all().stream()
                        .map(setting -> List.of("`" + setting.name() + "`", "`" + setting.defaultValue() + "`"))
                        .toList(),
                firstTwo("## Settings"));
    }

    @Test
    void everyLimitIsThereInItsOrder() throws Exception {
        assertEquals(
                Stream.of(Limits.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> "`" + name + "`")
                        .toList(),
                firstTwo("## Limits").stream().map(row -> row.get(0)).toList());
    }

    private static List<List<String>> firstTwo(String heading) throws Exception {
        return Pages.tableRows(Pages.section(PAGE, heading)).stream()
                .map(row -> row.subList(0, 2))
                .toList();
    }
}
