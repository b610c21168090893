package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of errors has them all, with the right SQLSTATE, meaning, cause and cure. */
class ErrorsPageTest {

    @Test
    void everyCodeHasItsRow() throws IOException {
        List<List<String>> rows = Pages.tableRows(Pages.section("docs/errors.md", "## All codes"));
        assertEquals(
                Stream.of(ErrorCode.values())
                        .map(code -> List.of("`" + code + "`", code.sqlState()))
                        .toList(),
                rows.stream().map(row -> row.subList(0, 2)).toList());
        rows.forEach(row -> {
            assertEquals(4, row.size(), row::toString);
            assertTrue(row.get(2).length() > 10 && row.get(3).length() > 10, row::toString);
        });
    }
}
