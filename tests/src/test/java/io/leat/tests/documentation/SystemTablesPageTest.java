package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.engine.system.SystemTables;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on looking inside has every system table with its columns. */
class SystemTablesPageTest {

    @Test
    void everyColumnIsThereInItsOrder() throws IOException {
        Map<String, List<String>> there = SystemTables.names().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> SystemTables.schema(name).orElseThrow().names()));
        Map<String, List<String>> documented =
                Pages.tableRows(Pages.section("docs/looking-inside.md", "## System tables")).stream()
                        .collect(Collectors.toMap(row -> Pages.code(row.get(0)).get(0), row -> Pages.code(row.get(1))));
        assertEquals(there, documented);
    }
}
