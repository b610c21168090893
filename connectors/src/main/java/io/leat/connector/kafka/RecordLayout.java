package io.leat.connector.kafka;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.type.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which column of a table lies where in a Kafka record. Places are those among the columns that the layout was made of:
 * the stored ones for a source, the written ones for a sink.
 *
 * @param key the columns in the record's key, in the order of the key's fields
 * @param value the columns in the record's value, in declared order
 * @param metadata the columns beside them
 */
record RecordLayout(List<Place> key, List<Place> value, List<MetadataPlace> metadata) {
    RecordLayout {
        key = List.copyOf(key);
        value = List.copyOf(value);
        metadata = List.copyOf(metadata);
    }

    /** A column and the field of the record that holds it. */
    record Place(int column, Field field) {}

    /** A column and what it shows of the record. */
    record MetadataPlace(int column, KafkaMetadata metadata) {}

    /**
     * The layout of some columns of a table.
     *
     * @param keyNames names of the key's columns, with their prefix, in the order of the key's fields
     * @param prefix what the names of the key's columns have before the names of its fields
     * @param valueHasKey whether the value holds the key's columns too
     */
    static RecordLayout of(List<ColumnDefinition> columns, List<String> keyNames, String prefix, boolean valueHasKey) {
        List<Place> key = new ArrayList<>();
        for (String name : keyNames) {
            key.add(place(columns, name, prefix));
        }
        Set<Integer> keyPlaces = Set.copyOf(key.stream().map(Place::column).toList());
        List<Place> value = new ArrayList<>();
        List<MetadataPlace> metadata = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnDefinition column = columns.get(i);
            if (column.kind() == ColumnDefinition.Kind.METADATA) {
                metadata.add(new MetadataPlace(i, KafkaMetadata.of(column)));
            } else if (valueHasKey || !keyPlaces.contains(i)) {
                value.add(new Place(i, column.field()));
            }
        }
        return new RecordLayout(key, value, metadata);
    }

    private static Place place(List<ColumnDefinition> columns, String name, String prefix) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnDefinition column = columns.get(i);
            if (column.name().equalsIgnoreCase(name) && column.kind() == ColumnDefinition.Kind.PHYSICAL) {
                String field = column.name().startsWith(prefix) ? column.name().substring(prefix.length()) : name;
                return new Place(i, new Field(field, column.type()));
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    /** The fields of some places. */
    static List<Field> fields(List<Place> places) {
        return places.stream().map(Place::field).toList();
    }

    /** The columns of some places. */
    static List<Integer> columns(List<Place> places) {
        return places.stream().map(Place::column).toList();
    }
}
