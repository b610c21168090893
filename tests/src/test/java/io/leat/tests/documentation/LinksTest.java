package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages are found from the index, and what they point at is there. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void theIndexHasEveryPage() throws IOException {
        List<String> linked = links("docs/README.md");
        for (String page : Pages.all()) {
            String name = page.substring("docs/".length());
            assertTrue(name.equals("README.md") || linked.contains(name), page);
        }
        assertTrue(links("README.md").contains("docs/README.md"));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> pages = new ArrayList<>(Pages.all());
        pages.add("README.md");
        List<String> broken = new ArrayList<>();
        for (String page : pages) {
            Path folder = CodeBlocks.ROOT.resolve(page).getParent();
            links(page).stream()
                    .filter(link -> !link.startsWith("http") && !Files.exists(folder.resolve(link)))
                    .forEach(link -> broken.add(page + ": " + link));
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> links(String page) throws IOException {
        return LINK.matcher(Pages.text(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
