package io.leat.planner.type;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names of types that Calcite's parser takes for names of a user: the ones that Flink adds to the standard, and those
 * that PostgreSQL and DuckDB users write. A catalog reader answers {@code getNamedType} with them.
 */
public final class NamedTypes {
    private static final Map<String, DataType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("STRING", DataType.STRING),
            Map.entry("TEXT", DataType.STRING),
            Map.entry("BYTES", DataType.BYTES),
            Map.entry("BLOB", DataType.BYTES),
            Map.entry("BYTEA", DataType.BYTES),
            Map.entry("BOOL", DataType.BOOLEAN),
            Map.entry("INT2", DataType.of(TypeKind.SMALLINT)),
            Map.entry("INT4", DataType.INTEGER),
            Map.entry("INT8", DataType.BIGINT),
            Map.entry("FLOAT4", DataType.of(TypeKind.REAL)),
            Map.entry("FLOAT8", DataType.DOUBLE),
            Map.entry("DATETIME", DataType.TIMESTAMP),
            Map.entry("TIMESTAMPTZ", DataType.TIMESTAMP_LTZ),
            Map.entry("TIMESTAMP_LTZ", DataType.TIMESTAMP_LTZ)));

    private NamedTypes() {}

    /** The nullable type of that name, whatever its case. */
    public static Optional<DataType> find(String name) {
        return Optional.ofNullable(TYPES.get(name.toUpperCase(Locale.ROOT)));
    }

    /** All names, to suggest one. */
    public static Collection<String> names() {
        return TYPES.keySet();
    }
}
