package io.leat.shell.print;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms in which results are printed. */
public enum OutputMode {
    /** Columns side by side, for people. */
    TABLE,
    /** One line for each column of a row, for rows that are wider than the screen. */
    VERTICAL,
    /** RFC 4180, a header line first. */
    CSV,
    /** One JSON object a line. */
    JSON,
    /** A table that Markdown shows. */
    MARKDOWN;

    /** Whether programs read it: rows only, no words for people. */
    public boolean isForPrograms() {
        return this == CSV || this == JSON;
    }

    /** The name as options and commands write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OutputMode::word).toList();
    }

    /**
     * The mode of a name.
     *
     * @throws LeatException INVALID_OPTION if there is none
     */
    public static OutputMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> LeatException.of(ErrorCode.INVALID_OPTION, "there is no output mode \"" + word + "\"")
                                .hint(Suggestions.didYouMean(word, words(), "Modes: ")));
    }
}
