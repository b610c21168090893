package io.leat.executor.checkpoint;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the files of checkpoints. */
final class CheckpointFiles {
    static final String PAGES_KIND = "LEATPAGE";

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.(checkpoint|pages)(\\.new)?");

    private CheckpointFiles() {}

    static String manifest(long number) {
        return String.format("%020d.checkpoint", number);
    }

    static String pages(long number) {
        return String.format("%020d.pages", number);
    }

    static boolean isManifest(String name) {
        return NAME.matcher(name).matches() && name.endsWith(".checkpoint");
    }

    /** The number of the checkpoint that a file belongs to, if it belongs to one. */
    static OptionalLong number(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
