package io.leat.parser.statement;

import io.leat.core.error.Span;
import java.util.Objects;

/**
 * One {@code 'key' = 'value'} of a WITH clause.
 *
 * @param key the key, without quotes
 * @param value the value, without quotes; may be a secret, so it never appears in {@link #toString}
 * @param keySpan where the key stands; equality ignores it
 * @param valueSpan where the value stands; equality ignores it
 */
public record Option(String key, String value, Span keySpan, Span valueSpan) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Option that && key.equals(that.key) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value);
    }

    @Override
    public String toString() {
        return "'" + key + "' = '******'";
    }
}
