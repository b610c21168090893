package io.leat.engine;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.engine.database.Database;
import io.leat.engine.durable.CheckpointPolicy;
import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of one session, and those that all sessions share: SET, RESET, SHOW SETTINGS. Safe from any thread. */
public final class Settings {
    /** Whether a SELECT waits for what the sources hold: {@code fresh} or {@code latest}. */
    public static final String READ_MODE = "read.mode";

    /** In how many shards views and jobs are computed; of the whole database: {@code auto} or a number. */
    public static final String SHARDS = "shards";

    /** How many milliseconds after the last checkpoint of a database directory another one is taken; of the whole database. */
    public static final String CHECKPOINT_INTERVAL = "checkpoint.interval";

    /** How many checkpoints of a database directory are kept; of the whole database. */
    public static final String CHECKPOINTS_KEPT = "checkpoint.kept";

    private static final int INTERVAL_MAX = 86_400_000;
    private static final int KEPT_MAX = 1_000;

    /** After how many milliseconds a finite statement is ended; 0 for never. */
    public static final String STATEMENT_TIMEOUT = "statement.timeout";

    /**
     * A setting as SHOW SETTINGS lists it.
     *
     * @param values the words that it may be
     * @param numbers the whole numbers that it may be beside them
     */
    public record Setting(
            String name, String defaultValue, List<String> values, Optional<Numbers> numbers, String description) {

        private boolean fits(String word) {
            return values.contains(word) || numbers.isPresent() && numbers.get().contain(word);
        }

        private String expected() {
            List<String> expected = new ArrayList<>(values);
            numbers.ifPresent(range -> expected.add(range.toString()));
            return String.join(" or ", expected);
        }
    }

    /** Whole numbers from the least to the greatest. */
    public record Numbers(long least, long greatest) {
        private static final Numbers ANY = new Numbers(0, 999_999_999_999_999_999L);

        private boolean contain(String word) {
            return word.matches("\\d{1,18}") && Long.parseLong(word) >= least && Long.parseLong(word) <= greatest;
        }

        @Override
        public String toString() {
            return equals(ANY) ? "a whole number" : "a number from " + least + " to " + greatest;
        }
    }

    private static final List<Setting> ALL = List.of(
            new Setting(
                    CHECKPOINT_INTERVAL,
                    String.valueOf(CheckpointPolicy.DEFAULT.interval().toMillis()),
                    List.of(),
                    Optional.of(new Numbers(1, INTERVAL_MAX)),
                    "milliseconds from one checkpoint of a database directory to the next, for all sessions"),
            new Setting(
                    CHECKPOINTS_KEPT,
                    String.valueOf(CheckpointPolicy.DEFAULT.kept()),
                    List.of(),
                    Optional.of(new Numbers(2, KEPT_MAX)),
                    "how many checkpoints of a database directory are kept, for all sessions"),
            new Setting(
                    READ_MODE,
                    "fresh",
                    List.of("fresh", "latest"),
                    Optional.empty(),
                    "fresh: a SELECT sees everything that the sources held when it was issued; latest: it answers at once"),
            new Setting(
                    SHARDS,
                    SharedSettings.AUTO,
                    List.of(SharedSettings.AUTO),
                    Optional.of(new Numbers(1, Shards.COUNT_MAX)),
                    "in how many shards views and jobs are computed, for all sessions; auto: as many as there are processors"),
            new Setting(
                    STATEMENT_TIMEOUT,
                    "0",
                    List.of(),
                    Optional.of(Numbers.ANY),
                    "milliseconds after which a finite statement is ended; 0 for never"));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final SharedSettings shared;

    Settings(Database database) {
        this.shared = new SharedSettings(database);
    }

    /** All settings that there are. */
    public static List<Setting> all() {
        return ALL;
    }

    /** The value of a setting. */
    public synchronized String get(String name) {
        Setting setting = require(name);
        return shared.get(setting.name()).orElseGet(() -> values.getOrDefault(setting.name(), setting.defaultValue()));
    }

    /** A setting that is a whole number. */
    public long number(String name) {
        return Long.parseLong(get(name));
    }

    /**
     * Changes a setting.
     *
     * @throws LeatException INVALID_OPTION if there is none of that name, or it cannot be that; NOT_ALLOWED if it cannot
     *     be changed now
     */
    public synchronized void set(String name, String value) {
        Setting setting = require(name);
        String word = value.trim().toLowerCase(Locale.ROOT);
        if (!setting.fits(word)) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "setting " + setting.name() + " cannot be '" + value + "'")
                    .hint("It is " + setting.expected() + ": " + setting.description() + ".");
        }
        if (!shared.set(setting.name(), word)) {
            values.put(setting.name(), word);
        }
    }

    /**
     * Gives a setting its default again.
     *
     * @throws LeatException as {@link #set}
     */
    public synchronized void reset(String name) {
        Setting setting = require(name);
        set(setting.name(), setting.defaultValue());
    }

    /**
     * Gives all settings their defaults again.
     *
     * @throws LeatException as {@link #set}; then none has changed
     */
    public synchronized void resetAll() {
        shared.reset();
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
