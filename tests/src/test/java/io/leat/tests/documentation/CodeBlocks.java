package io.leat.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fenced blocks of a language in a page. */
final class CodeBlocks {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private CodeBlocks() {}

    static List<String> of(String page, String language) throws IOException {
        Pattern fence = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        return fence.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** The name of the public class of a block of Java. */
    static String className(String java) {
        Matcher matcher = Pattern.compile("public class (\\w+)").matcher(java);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no public class in: " + java);
        }
        return matcher.group(1);
    }
}
