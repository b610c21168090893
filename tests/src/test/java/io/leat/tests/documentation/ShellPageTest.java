package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.shell.command.MetaCommand;
import io.leat.shell.command.MetaCommands;
import io.leat.shell.command.StatementHelp;
import io.leat.shell.print.OutputMode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about the shell has all its commands and modes. */
class ShellPageTest {
    private static final String PAGE = "docs/shell.md";

    @Test
    void everyCommandIsThereAsItIsWritten() throws IOException {
        List<String> documented = Pages.tableRows(Pages.section(PAGE, "## Commands")).stream()
                .map(row -> row.get(0).replace("\\|", "|"))
                .toList();
        assertEquals(
                new MetaCommands()
                        .all().stream()
                                .map(MetaCommand::usage)
                                .map(usage -> "`" + usage + "`")
                                .toList(),
                documented);
    }

    @Test
    void everyModeIsThere() throws IOException {
        List<String> documented = Pages.tableRows(Pages.section(PAGE, "## Output")).stream()
                .map(row -> Pages.code(row.get(0)).get(0))
                .toList();
        assertEquals(OutputMode.words(), documented);
    }

    @Test
    void everyTopicOfHelpIsNamed() throws IOException {
        String page = Pages.text(PAGE);
        StatementHelp.topics().forEach(topic -> assertTrue(page.contains(topic), topic));
    }
}
