package io.leat.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation and what stands in their tables. */
final class Pages {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Pages() {}

    /** The pages in the folder of the documentation, as paths from the top: {@code docs/time.md}. */
    static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(CodeBlocks.ROOT.resolve("docs"))) {
            return files.map(file -> "docs/" + file.getFileName())
                    .filter(page -> page.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static String text(String page) throws IOException {
        return Files.readString(CodeBlocks.ROOT.resolve(page));
    }

    /** What stands below a heading of a page, up to the next heading. */
    static String section(String page, String heading) throws IOException {
        String text = text(page);
        int start = text.indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("page " + page + " has no heading " + heading);
        }
        int end = text.indexOf("\n#", start + heading.length());
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The rows of all tables in a text, without their headers: the cells of each. */
    static List<List<String>> tableRows(String text) {
        List<List<String>> rows = new ArrayList<>();
        boolean inBody = false;
        for (String line : text.lines().toList()) {
            boolean rule = line.startsWith("|---");
            if (line.startsWith("|") && inBody) {
                String inner = line.substring(1, line.lastIndexOf('|'));
                rows.add(Stream.of(inner.split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .toList());
            }
            inBody = line.startsWith("|") && (inBody || rule);
        }
        return rows;
    }

    /** The pieces of code in the sentences of a text: what stands between back-quotes, blocks left out. */
    static List<String> code(String text) {
        return CODE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
