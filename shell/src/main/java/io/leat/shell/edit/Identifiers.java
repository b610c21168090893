package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names as SQL writes them. */
public final class Identifiers {
    private static final Pattern SIMPLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final String SYSTEM = "leat.";
    private static final Set<String> KEYWORDS = new TreeSet<>(SqlText.keywords());

    private Identifiers() {}

    /** The name as a statement can use it: in quotes if it needs them. System tables keep their point. */
    public static String quoted(String name) {
        boolean simple = SIMPLE.matcher(name).matches() && !KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
        return simple || name.startsWith(SYSTEM) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name without the quotes that a statement has around it. */
    public static String plain(String written) {
        boolean quoted = written.length() > 1 && (written.startsWith("\"") || written.startsWith("`"));
        return quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
    }
}
