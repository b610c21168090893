package io.leat.core.connector;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the options of a table with their defaults and types, and refuses what the connector does not know. */
public final class OptionReader {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*([a-z]*)");
    private static final Map<String, Long> UNIT_MILLIS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("ms", 1L),
            Map.entry("milli", 1L),
            Map.entry("millis", 1L),
            Map.entry("s", 1_000L),
            Map.entry("sec", 1_000L),
            Map.entry("second", 1_000L),
            Map.entry("seconds", 1_000L),
            Map.entry("m", 60_000L),
            Map.entry("min", 60_000L),
            Map.entry("minute", 60_000L),
            Map.entry("minutes", 60_000L),
            Map.entry("h", 3_600_000L),
            Map.entry("hour", 3_600_000L),
            Map.entry("hours", 3_600_000L),
            Map.entry("d", 86_400_000L),
            Map.entry("day", 86_400_000L),
            Map.entry("days", 86_400_000L));

    private final TableDefinition table;
    private final List<ConnectorOption> known;

    /** A reader of a table's options. */
    public OptionReader(TableDefinition table, List<ConnectorOption> known) {
        this.table = table;
        this.known = List.copyOf(known);
    }

    /**
     * Checks that every option given is known, every required one is given, and every value is of its kind.
     *
     * @throws LeatException INVALID_OPTION naming the option, with the nearest known one
     */
    public void validate() {
        for (String key : table.options().keySet()) {
            check(key);
        }
        for (ConnectorOption option : known) {
            if (option.required() && table.option(option.key()).isEmpty()) {
                throw invalid("table \"" + table.name() + "\" needs option '" + option.key() + "'")
                        .hint(option.description());
            }
        }
    }

    private void check(String key) {
        if (key.equals(TableDefinition.CONNECTOR)) {
            return;
        }
        ConnectorOption option = known.stream()
                .filter(candidate -> candidate.matches(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
        switch (option.kind()) {
            case INTEGER -> integer(key);
            case BOOLEAN -> bool(key);
            case DURATION -> duration(key);
            case TEXT, SECRET -> text(key);
        }
    }

    private LeatException unknown(String key) {
        List<String> keys = known.stream().map(ConnectorOption::key).toList();
        String owner = table.connector()
                .map(connector -> "connector '" + connector + "'")
                .orElse("a table without a connector");
        return invalid(owner + " has no option '" + key + "'").hint(Suggestions.didYouMean(key, keys, "Options: "));
    }

    /** The text of an option or of its default. */
    public Optional<String> text(String key) {
        return table.option(key)
                .or(() -> known.stream()
                        .filter(option -> option.key().equals(key))
                        .findFirst()
                        .flatMap(ConnectorOption::defaultValue));
    }

    /** The text of an option that is required or has a default. */
    public String required(String key) {
        return text(key).orElseThrow(() -> invalid("table \"" + table.name() + "\" needs option '" + key + "'"));
    }

    /** The whole number of an option or of its default. */
    public Optional<Long> integer(String key) {
        return text(key).map(value -> {
            try {
                return Long.parseLong(value.trim());
            } catch (NumberFormatException e) {
                throw wrongValue(key, value, "a whole number");
            }
        });
    }

    /** The truth of an option or of its default; false if it has none. */
    public boolean bool(String key) {
        return text(key)
                .map(value -> switch (value.trim().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrongValue(key, value, "true or false");
                })
                .orElse(false);
    }

    /** The duration of an option or of its default. */
    public Optional<Duration> duration(String key) {
        return text(key).map(value -> {
            Matcher matcher = DURATION.matcher(value.trim().toLowerCase(Locale.ROOT));
            if (!matcher.matches() || !UNIT_MILLIS.containsKey(matcher.group(2))) {
                throw wrongValue(key, value, "a duration such as '500 ms', '10 s' or '1 min'");
            }
            return Duration.ofMillis(
                    Math.multiplyExact(Long.parseLong(matcher.group(1)), UNIT_MILLIS.get(matcher.group(2))));
        });
    }

    /**
     * The option as one of a few words.
     *
     * @throws LeatException INVALID_OPTION listing the words
     */
    public String oneOf(String key, List<String> words) {
        String value = required(key).trim().toLowerCase(Locale.ROOT);
        if (!words.contains(value)) {
            throw invalid("option '" + key + "' cannot be '" + value + "'")
                    .hint(Suggestions.didYouMean(value, words, "Possible values: "));
        }
        return value;
    }

    private LeatException wrongValue(String key, String value, String expected) {
        return invalid("option '" + key + "' is '" + value + "', which is not " + expected);
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }
}
