package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.planner.function.FunctionCatalog;
import io.leat.planner.function.FunctionInfo;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page of functions is written from the catalog; {@code -Dleat.documentation.write=true} writes it anew. */
class FunctionsPageTest {
    private static final String PAGE = "docs/functions.md";
    private static final String HEAD = """
            # Functions

            What `SHOW FUNCTIONS` lists, aggregates among them. Operators (`+`, `||`, `LIKE`, `CASE`, `BETWEEN`, `IN` and the
            like) are written as in standard SQL. A function that is not here is refused by name. This page is written from the
            engine's catalog.

            | function | written as | gives |
            |---|---|---|
            """;

    @Test
    void thePageIsTheCatalog() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (FunctionInfo function : FunctionCatalog.functions()) {
            page.append("| ").append(code(function.name()));
            page.append(" | ").append(code(function.signature()));
            page.append(" | ").append(cell(function.description())).append(" |\n");
        }
        if (Boolean.getBoolean("leat.documentation.write")) {
            Files.writeString(CodeBlocks.ROOT.resolve(PAGE), page);
        }
        assertEquals(
                page.toString(),
                Pages.text(PAGE),
                PAGE + " is out of date: run this test with -Dleat.documentation.write=true to write it anew");
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
