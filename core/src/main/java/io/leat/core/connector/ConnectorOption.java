package io.leat.core.connector;

import java.util.Optional;

/**
 * An option that a table may have, as help and completion show it.
 *
 * @param key the name; one that ends in {@code *} stands for every name with that beginning
 * @param kind what its value is
 * @param required whether a table must have it
 * @param defaultValue what holds when it is not given
 * @param description one sentence for people
 */
public record ConnectorOption(
        String key, Kind kind, boolean required, Optional<String> defaultValue, String description) {

    /** What the value of an option is. SECRET values are never shown. */
    public enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN,
        /** Such as {@code '10 s'}, {@code '1 min'}, {@code '500 ms'}. */
        DURATION,
        SECRET
    }

    /** An option that may be left out and has no default. */
    public static ConnectorOption optional(String key, Kind kind, String description) {
        return new ConnectorOption(key, kind, false, Optional.empty(), description);
    }

    /** An option with a default. */
    public static ConnectorOption optional(String key, Kind kind, String defaultValue, String description) {
        return new ConnectorOption(key, kind, false, Optional.of(defaultValue), description);
    }

    /** An option that a table must have. */
    public static ConnectorOption required(String key, Kind kind, String description) {
        return new ConnectorOption(key, kind, true, Optional.empty(), description);
    }

    /** Whether this option is the one of that name. */
    public boolean matches(String name) {
        boolean prefix = key.endsWith("*") && name.startsWith(key.substring(0, key.length() - 1));
        return prefix || key.equals(name);
    }
}
