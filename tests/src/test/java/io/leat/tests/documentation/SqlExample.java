package io.leat.tests.documentation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of SQL in a page.
 *
 * @param sql the statements
 * @param output what the shell prints for the rows of their results, if the page shows it in a block of text below
 */
record SqlExample(String sql, Optional<String> output) {
    private static final Pattern BLOCK =
            Pattern.compile("^```sql\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```$)?", Pattern.MULTILINE | Pattern.DOTALL);

    static List<SqlExample> of(String page) throws IOException {
        return BLOCK.matcher(Pages.text(page))
                .results()
                .map(block -> new SqlExample(block.group(1), Optional.ofNullable(block.group(2))))
                .toList();
    }
}
