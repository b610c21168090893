package io.leat.engine;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of one session: SET, RESET, SHOW SETTINGS. Safe from any thread. */
public final class Settings {
    /** Whether a SELECT waits for what the sources hold: {@code fresh} or {@code latest}. */
    public static final String READ_MODE = "read.mode";

    /** After how many milliseconds a finite statement is ended; 0 for never. */
    public static final String STATEMENT_TIMEOUT = "statement.timeout";

    /**
     * A setting as SHOW SETTINGS lists it.
     *
     * @param values the words that it may be; empty for a whole number
     */
    public record Setting(String name, String defaultValue, List<String> values, String description) {}

    private static final List<Setting> ALL = List.of(
            new Setting(
                    READ_MODE,
                    "fresh",
                    List.of("fresh", "latest"),
                    "fresh: a SELECT sees everything that the sources held when it was issued; latest: it answers at once"),
            new Setting(
                    STATEMENT_TIMEOUT,
                    "0",
                    List.of(),
                    "milliseconds after which a finite statement is ended; 0 for never"));

    private final Map<String, String> values = new LinkedHashMap<>();

    /** All settings that there are. */
    public static List<Setting> all() {
        return ALL;
    }

    /** The value of a setting. */
    public synchronized String get(String name) {
        Setting setting = require(name);
        return values.getOrDefault(setting.name(), setting.defaultValue());
    }

    /** A setting that is a whole number. */
    public long number(String name) {
        return Long.parseLong(get(name));
    }

    /**
     * Changes a setting.
     *
     * @throws LeatException INVALID_OPTION if there is none of that name, or it cannot be that
     */
    public synchronized void set(String name, String value) {
        Setting setting = require(name);
        String word = value.trim().toLowerCase(Locale.ROOT);
        boolean fits = setting.values().isEmpty()
                ? word.matches("\\d{1,18}")
                : setting.values().contains(word);
        if (!fits) {
            String expected = setting.values().isEmpty() ? "a whole number" : String.join(" or ", setting.values());
            throw LeatException.of(ErrorCode.INVALID_OPTION, "setting " + setting.name() + " cannot be '" + value + "'")
                    .hint("It is " + expected + ": " + setting.description() + ".");
        }
        values.put(setting.name(), word);
    }

    /** Gives a setting its default again. */
    public synchronized void reset(String name) {
        values.remove(require(name).name());
    }

    /** Gives all settings their defaults again. */
    public synchronized void resetAll() {
        values.clear();
    }

    private static Setting require(String name) {
        List<String> names = new ArrayList<>();
        for (Setting setting : ALL) {
            names.add(setting.name());
            if (setting.name().equalsIgnoreCase(name)) {
                return setting;
            }
        }
        throw LeatException.of(ErrorCode.INVALID_OPTION, "there is no setting \"" + name + "\"")
                .hint(Suggestions.didYouMean(name, names, "Settings: "));
    }
}
