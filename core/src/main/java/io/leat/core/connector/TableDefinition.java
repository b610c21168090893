package io.leat.core.connector;

import io.leat.core.type.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as CREATE TABLE declared it.
 *
 * @param name its name in the catalog
 * @param columns all columns in declared order
 * @param primaryKey places of the key's columns among them; empty without a key
 * @param watermark event time, if declared
 * @param options what WITH (...) says, in that order, defaults not filled in; empty for an ordinary table
 */
public record TableDefinition(
        String name,
        List<ColumnDefinition> columns,
        List<Integer> primaryKey,
        Optional<WatermarkDefinition> watermark,
        Map<String, String> options) {

    /** The option that names the connector. */
    public static final String CONNECTOR = "connector";

    public TableDefinition {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** All columns: what queries see. */
    public Schema schema() {
        return new Schema(columns.stream().map(ColumnDefinition::field).toList());
    }

    /** The PHYSICAL and METADATA columns in declared order: what a source delivers, column by column. */
    public List<ColumnDefinition> storedColumns() {
        return columns.stream().filter(ColumnDefinition::isStored).toList();
    }

    /** The PHYSICAL columns in declared order: the fields of a record. */
    public List<ColumnDefinition> physicalColumns() {
        return columns.stream()
                .filter(column -> column.kind() == ColumnDefinition.Kind.PHYSICAL)
                .toList();
    }

    /** The columns that a sink gets, in declared order: PHYSICAL, and METADATA that is not VIRTUAL. */
    public List<ColumnDefinition> writtenColumns() {
        return columns.stream()
                .filter(column -> column.isStored() && !column.virtual())
                .toList();
    }

    /** The connector's name; empty for an ordinary table, whose rows come by INSERT. */
    public Optional<String> connector() {
        return option(CONNECTOR);
    }

    /** Whether it has a primary key, so that later rows replace earlier ones. */
    public boolean isKeyed() {
        return !primaryKey.isEmpty();
    }

    /** The text of an option, if it was given. */
    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }
}
