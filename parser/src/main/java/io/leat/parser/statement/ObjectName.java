package io.leat.parser.statement;

import io.leat.core.error.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name as it was written, of a table, view, column or anything else. Names keep their case and compare
 * case-insensitively unless quoted; that comparison belongs to whoever looks the name up.
 *
 * @param parts the schema, if one was written, and the name; never empty
 * @param quoted whether the last part was written in quotes
 * @param span where it stands in the script; equality ignores it
 */
public record ObjectName(List<String> parts, boolean quoted, Span span) {
    public ObjectName {
        parts = List.copyOf(parts);
    }

    /** An unqualified name. */
    public static ObjectName of(String name, boolean quoted, Span span) {
        return new ObjectName(List.of(name), quoted, span);
    }

    /** The last part: the name itself, without quotes. */
    public String name() {
        return parts.get(parts.size() - 1);
    }

    /** What stands before the name, if anything does. */
    public Optional<String> schema() {
        return parts.size() == 1 ? Optional.empty() : Optional.of(String.join(".", parts.subList(0, parts.size() - 1)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectName that && quoted == that.quoted && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts, quoted);
    }

    /** The name without quotes, parts joined by points: for messages, not for SQL. */
    @Override
    public String toString() {
        return parts.stream().collect(Collectors.joining("."));
    }
}
