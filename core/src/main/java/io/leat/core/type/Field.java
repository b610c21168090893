package io.leat.core.type;

import java.util.Objects;

/** A named column of a schema or member of a ROW. */
public record Field(String name, DataType type) {
    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }
}
